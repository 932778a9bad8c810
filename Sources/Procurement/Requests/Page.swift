package import Foundation
package import StrictJSON

/// A page of a list: paging is by key, newest first unless a list says otherwise.
package struct PageRequest: Sendable {
  package let limit: Int
  /// Where the page before ended; nil for the first.
  package let cursor: Cursor?

  package init(limit: Int, cursor: Cursor?) {
    self.limit = limit
    self.cursor = cursor
  }

  /// A list's answer from one row more than the page holds.
  package func answer<Row>(_ rows: [Row], item: (Row) -> JSONValue, cursor: (Row) -> Cursor) -> Answer {
    let page = rows.prefix(limit)
    let next = rows.count > limit ? page.last.map { cursor($0).text } : nil
    return Answer(["items": .array(page.map(item)), "nextCursor": JSONValue(next)])
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

  /// base64url of `list|id|value`.
  package var text: String {
    Data("\(list)|\(id.uuidString.lowercased())|\(value)".utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Nil where the text is no cursor of this list.
  package init?(_ text: String, list: String) {
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
    guard let data = Data(base64Encoded: standard + padding) else { return nil }
    let parts = String(decoding: data, as: UTF8.self).split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == list, let id = UUID(uuidString: String(parts[1])) else { return nil }
    self.init(list: list, value: String(parts[2]), id: id)
    guard self.text == text else { return nil }
  }

  /// The sorting value as an instant; nil where it is none.
  package var instant: Date? {
    guard let microseconds = Int64(value), abs(microseconds) < 1 << 52 else { return nil }
    return Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
  }
}
