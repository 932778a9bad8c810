import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

extension PageCall {
  /// Rows of a page of a list.
  static let pageSize = 20

  /// One page of a list of the API, with the way on.
  /// - Parameters:
  ///   - path: the page's address, to which the further pages belong.
  ///   - filters: parameters of the query that the page passes on.
  ///   - fixed: parameters that the page sets.
  func list(
    _ operation: String, _ parameters: [String: String] = [:], at path: [String], filters: [String] = [],
    fixed: [(String, String)] = []
  ) async throws -> (items: [JSONValue], pages: Pagination) {
    let typed = filters.compactMap { name in
      asked(name).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : (name, $0) }
    }
    let cursor = asked("cursor").map { [("cursor", $0)] } ?? []
    let answer = try await ask(
      operation, parameters, query: [("limit", "\(Self.pageSize)")] + fixed + typed + cursor)
    let next = answer["nextCursor"]?.text.map { PageURL(path: path, query: typed + [("cursor", $0)]) }
    let first = cursor.isEmpty ? nil : PageURL(path: path, query: typed)
    return (answer["items"]?.elements ?? [], Pagination(language: language, first: first, next: next))
  }

  /// Values of the API in the words of the page.
  var shown: ShownValue { ShownValue(language: language, zone: zone) }
}

/// Values of the API in words.
struct ShownValue: Sendable {
  let language: Language
  let zone: OfficialZone?

  func money(_ value: JSONValue?) -> String { value?.int64.map { language.money(Rupiah($0)) } ?? "–" }

  func number(_ value: JSONValue?) -> String { value?.int64.map { language.number($0) } ?? "–" }

  func day(_ value: JSONValue?) -> String { value?.day.map { language.day($0) } ?? "–" }

  func instant(_ value: JSONValue?) -> String {
    guard let instant = value?.instant, let zone else { return "–" }
    return language.instant(instant, in: zone)
  }

  func yes(_ value: JSONValue?) -> String {
    language(value?.bool == true ? ShownText.yes : ShownText.no)
  }

  /// A name and its value; nil where there is none.
  func fact(_ name: Words, _ value: String?) -> Facts.Fact? {
    guard let value, !value.isEmpty, value != "–" else { return nil }
    return Facts.Fact(name: language(name), value: value)
  }

  func column(_ title: Words, isNumber: Bool = false) -> TableColumn {
    TableColumn(title: language(title), isNumber: isNumber)
  }

  func amount(_ value: JSONValue?) -> Cell { .money(value?.int64.map { Rupiah($0) }) }
}

/// Words of values.
enum ShownText {
  static let yes = Words("Ya", "Yes")
  static let no = Words("Tidak", "No")
}
