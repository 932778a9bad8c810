package import EOrderRules
package import StrictJSON

extension TenantRules {
  /// The bytes of a tenant file that says this, as JSON, which is YAML too.
  ///
  /// - Parameter changes: Values in place of the settings' own, by key, not checked yet; null takes a key out.
  package func file(changing changes: [String: JSONValue] = [:]) -> [UInt8] {
    var flat = settings.mapValues { JSONValue($0) }
    flat.merge(changes) { _, changed in changed }
    flat = flat.filter { !$0.value.isNull }
    var members: [JSONMember] = []
    for key in RuleKey.all {
      guard let value = flat[key.name] else { continue }
      let parts = key.sections
      guard parts.count > 1 else {
        members.append(JSONMember(name: parts[0], value: value))
        continue
      }
      let member = JSONMember(name: parts[1], value: value)
      if let index = members.firstIndex(where: { $0.name == parts[0] }) {
        members[index].value = .object((members[index].value.members ?? []) + [member])
      } else {
        members.append(JSONMember(name: parts[0], value: .object([member])))
      }
    }
    return JSONValue.object(members).encoded
  }
}
