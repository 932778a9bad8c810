package import StrictJSON

extension JSONValue {
  /// This value with a patch put in: members left out stay, objects are merged member by member, and null
  /// stands where it was sent, so that the shape says whether the member can be cleared.
  package func merging(_ patch: JSONValue) -> JSONValue {
    guard case .object(let old) = self, case .object(let new) = patch else { return patch }
    var merged = old
    for member in new {
      if let index = merged.firstIndex(where: { $0.name == member.name }) {
        merged[index].value = merged[index].value.merging(member.value)
      } else {
        merged.append(member)
      }
    }
    return .object(merged)
  }

  /// The names of the members whose values differ, in this value's order.
  package func changes(to other: JSONValue) -> [String] {
    (members ?? []).filter { other[$0.name] != $0.value }.map(\.name)
  }

  /// The text of a member that a shape has found to be there.
  func string(_ name: String) -> String { self[name]?.text ?? "" }
}
