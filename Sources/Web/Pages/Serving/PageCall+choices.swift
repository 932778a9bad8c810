import Foundation
import Procurement
import StrictJSON

extension PageCall {
  /// Entries of a choice that unfold at most, so that a page stays light on a phone; longer lists are searched.
  private static let mostUnfolded = 100
  /// Pages of a list that are read to name what stands in it.
  private static let mostPages = 50

  /// A choice from a list of the API: unfolded where the list is short, else typed and suggested.
  /// - Parameters:
  ///   - field: the field's whole name.
  ///   - current: the value that stands in the field at first.
  ///   - isSorted: whether the list's own order tells more than the alphabet.
  func selection(
    _ field: String, of operation: String, query: [(String, String)] = [], current: String? = nil,
    isSorted: Bool = false, _ choice: (JSONValue) -> Choice?
  ) async throws -> ActionForm.Field.Kind {
    let limit = [("limit", "\(Self.mostUnfolded)")]
    let all = try await ask(operation, query: limit + query)
    let first = (all["items"]?.elements ?? []).compactMap(choice)
    guard all["nextCursor"]?.text != nil else {
      return .choice(isSorted ? first : first.sorted { ($0.text, $0.value) < ($1.text, $1.value) })
    }
    if let typed = form.filled(field) {
      let words = [("q", String(Lookup.words(of: typed).prefix(200)))]
      let found = try await ask(operation, query: limit + query + words)
      let fitting = (found["items"]?.elements ?? []).compactMap(choice)
      return .lookup(Lookup(suggestions: fitting, typed: typed))
    }
    var suggestions = first
    if let current, !first.contains(where: { $0.value == current }) {
      suggestions += try await everything(of: operation, query: query).compactMap(choice).filter {
        $0.value == current
      }
    }
    return .lookup(Lookup(suggestions: suggestions))
  }

  /// The entries of a list of the API, page by page.
  func everything(
    of operation: String, query: [(String, String)] = []
  ) async throws -> [JSONValue] {
    var items: [JSONValue] = []
    var cursor: String?
    for _ in 0..<Self.mostPages {
      let answer = try await ask(
        operation, query: [("limit", "100")] + query + (cursor.map { [("cursor", $0)] } ?? []))
      items += answer["items"]?.elements ?? []
      cursor = answer["nextCursor"]?.text
      if cursor == nil { break }
    }
    return items
  }

  /// The units within the reader's reach.
  func units(_ field: String, current: String? = nil) async throws -> ActionForm.Field.Kind {
    try await selection(field, of: "listUnits", current: current) { unit in
      Choice(
        value: unit["id"]?.text ?? "", text: "\(unit["name"]?.text ?? "") · \(unit["code"]?.text ?? "")")
    }
  }

  /// The officials whom the reader sees.
  /// - Parameter role: a role that they must hold.
  func officials(
    _ field: String, role: String? = nil, current: String? = nil, but other: UUID? = nil
  ) async throws -> ActionForm.Field.Kind {
    try await selection(
      field, of: "listOfficials", query: role.map { [("role", $0)] } ?? [], current: current
    ) { person in
      guard let id = person["id"]?.text, other == nil || person["id"]?.uuid != other else { return nil }
      let number = person["nip"]?.text
      return Choice(
        value: id, text: [person["name"]?.text, number].compactMap { $0 }.joined(separator: " · "))
    }
  }
}
