package import Foundation
package import StrictJSON

/// A page of a list: paging is by key, newest first unless a list says otherwise.
package struct PageRequest: Sendable {
  package let limit: Int
  /// Where the page before ended; nil for the first.
  package let cursor: Cursor?
  /// The province, so that no other takes the cursors that go out.
  private let scope: String

  package init(limit: Int, cursor: Cursor?, scope: String = "") {
    self.limit = limit
    self.cursor = cursor
    self.scope = scope
  }

  /// Where a list that is ordered by time goes on; nil for the first page.
  /// - Throws: 422 at `/query/cursor` where the cursor holds no instant.
  package var behind: (at: Date, id: UUID)? {
    get throws {
      guard let cursor else { return nil }
      guard let at = cursor.instant else { throw Refusal.invalid([FieldError("/query/cursor", .badFormat)]) }
      return (at, cursor.id)
    }
  }

  /// A list's answer from one row more than the page holds.
  package func answer<Row>(_ rows: [Row], item: (Row) -> JSONValue, cursor: (Row) -> Cursor) -> Answer {
    Answer([
      "items": .array(rows.prefix(limit).map(item)), "nextCursor": JSONValue(next(rows, cursor: cursor)),
    ])
  }

  /// The cursor that leads to the next page; nil where there is none.
  func next<Row>(_ rows: [Row], cursor: (Row) -> Cursor) -> String? {
    rows.count > limit ? rows.prefix(limit).last.map { cursor($0).text(in: scope) } : nil
  }
}

/// The key of the last row of a page: its sorting value and its id, bound to the list it came from.
package struct Cursor: Sendable, Equatable {
  /// The list and its order, so that a cursor of another list is refused.
  package let list: String
  /// The sorting value as text.
  package let value: String
  package let id: UUID

  package init(list: String, value: String, id: UUID) {
    self.list = list
    self.value = value
    self.id = id
  }

  package init(list: String, at instant: Date, id: UUID) {
    self.init(list: list, value: String(Int64((instant.timeIntervalSince1970 * 1_000_000).rounded())), id: id)
  }

  /// base64url of `check|list|id|value`.
  package func text(in scope: String = "") -> String {
    let content = "\(list)|\(id.uuidString.lowercased())|\(value)"
    return Data("\(Self.check(content, scope))|\(content)".utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Nil where the text is no cursor of this list in this scope, or was changed.
  package init?(_ text: String, list: String, scope: String = "") {
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
    guard let data = Data(base64Encoded: standard + padding) else { return nil }
    let parts = String(decoding: data, as: UTF8.self)
      .split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[1] == list, let id = UUID(uuidString: String(parts[2])),
      parts[3].utf8.allSatisfy({ $0 >= 0x20 })
    else { return nil }
    self.init(list: list, value: String(parts[3]), id: id)
    guard self.text(in: scope) == text else { return nil }
  }

  /// FNV-1a over scope and content: against slips, not against forgers, who gain nothing.
  private static func check(_ content: String, _ scope: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(scope)|\(content)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 36)
  }

  /// The sorting value as an instant; nil where it is none.
  package var instant: Date? {
    guard let microseconds = Int64(value), microseconds.magnitude < 1 << 52 else { return nil }
    return Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
  }
}
