import Foundation
import StrictJSON
import Testing

@testable import Procurement

@Suite struct ObjectWriterTests {
  @Test func `what is written is what a value would say`() throws {
    let id = try #require(UUID(uuidString: "0190A5C2-7A3E-7C50-9F1E-5B0C2D3E4F50"))
    let instant = Date(timeIntervalSince1970: 1_803_862_800.25)
    var writer = ObjectWriter(capacity: 10)
    writer.object {
      $0.member("id", id)
      $0.member("text", "a \"b\" \u{2028}\n<é")
      $0.member("none", String?.none)
      $0.member("number", Int64.min)
      $0.member("flag", true)
      $0.member("at", instant)
    }
    let expected: JSONValue = [
      "id": JSONValue(id), "text": "a \"b\" \u{2028}\n<é", "none": nil, "number": .integer(.min),
      "flag": true,
      "at": JSONValue(instant),
    ]
    #expect(writer.bytes == expected.encoded)
  }

  @Test(arguments: [(0, false), (2, false), (3, true)])
  func `a page ends where there is no more`(rows: Int, hasNext: Bool) throws {
    let page = PageRequest(limit: 2, cursor: nil)
    let answer = page.answer(
      Array(0..<rows), write: { $1.member("n", Int64($0)) },
      cursor: { Cursor(list: "n", value: "\($0)", id: UUID()) })
    let json = try answer.json
    #expect(json["items"]?.elements?.count == min(rows, 2))
    #expect((json["nextCursor"] != .null) == hasNext)
  }
}
