import Procurement
import StrictJSON
import Testing

@testable import Web

@Suite struct NoticeTextTests {
  @Test(arguments: NoticeKind.allCases)
  func everyKindHasItsSentences(_ kind: NoticeKind) throws {
    let detail = try JSONValue(
      parsing: Array(#"{"number": "00001/EO/1", "vendorName": "Toko Maju", "reason": "Barang kurang"}"#.utf8))
    let text = NoticeText(kind, detail)
    #expect(text.indonesian.hasSuffix(".") && text.english.hasSuffix(".") && text.indonesian != text.english)
    #expect(text.sentence(in: .indonesian).hasSuffix("Alasan: Barang kurang"))
    let bare = NoticeText(kind, [:])
    #expect(!bare.indonesian.isEmpty && !bare.english.contains("nil"))
  }
}
