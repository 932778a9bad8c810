import EOrderRules
import StrictJSON
import Tenancy

/// The body of a draft as a file: the one that it brings, or the one in force with its changes in place.
struct RuleRequest {
  let isFile: Bool
  /// The codes of the units that the body names.
  let units: [String]
  /// The file, not checked yet.
  private(set) var file: [UInt8] = []
  /// What cannot even be written into a file.
  private(set) var refusals: [FieldError] = []
  /// Whether version or day are missing, so that those of the version before stand in for them.
  private(set) var lacksName = false

  init(_ body: JSONValue, base: TenantRules) {
    isFile = body["file"] != nil
    units = body["units"]?.members?.map(\.name) ?? []
    if let text = body["file"]?.text {
      file = Array(text.utf8)
      for name in ["version", "effectiveFrom", "settings", "units"] where body[name] != nil {
        refusals.append(FieldError("/\(name)", .unknown))
      }
      return
    }
    for name in ["version", "effectiveFrom"] where body[name] == nil {
      refusals.append(FieldError("/\(name)", .required))
      lacksName = true
    }
    if body["settings"] == nil, body["units"] == nil { refusals.append(FieldError("/settings", .required)) }
    file = base.file(changing: changes(body, base))
  }

  private mutating func changes(_ body: JSONValue, _ base: TenantRules) -> [String: JSONValue] {
    var changes: [String: JSONValue] = [:]
    for member in body["settings"]?.members ?? [] {
      let pointer = "/settings/\(Self.escaped(member.name))"
      guard let key = RuleKey.byName[member.name], !Self.apart.contains(member.name) else {
        refusals.append(FieldError(pointer, .unknown, detail: Self.unknown(member.name)))
        continue
      }
      if key.direction == .fixed || (key.isRequired && member.value.isNull) {
        refusals.append(FieldError(pointer, .notOneOf, detail: Self.fixed))
      } else {
        changes[key.name] = member.value
      }
    }
    if let version = body["version"] { changes["version"] = version }
    if let day = body["effectiveFrom"] { changes["effective_from"] = day }
    if let units = body["units"]?.members { changes["units"] = unitSettings(units, base) }
    return changes
  }

  /// What stands elsewhere in the body.
  private static let apart: Set<String> = ["version", "effective_from", "units", "schema"]

  /// The units' settings in force with those of the body in place, in the sections of a file.
  private mutating func unitSettings(_ changes: [JSONMember], _ base: TenantRules) -> JSONValue {
    var all = JSONValue(rule: base.value("units") ?? [:]).members ?? []
    for unit in changes {
      var sections = all.first { $0.name == unit.name }?.value.members ?? []
      all.removeAll { $0.name == unit.name }
      guard !unit.value.isNull else { continue }
      for member in unit.value.members ?? [] {
        guard let key = RuleKey.ofUnits.first(where: { $0.name == member.name }) else {
          let pointer = "/units/\(Self.escaped(unit.name))/\(Self.escaped(member.name))"
          refusals.append(FieldError(pointer, .unknown, detail: Self.notOfUnits))
          continue
        }
        sections = Self.setting(key, to: member.value, in: sections)
      }
      if !sections.isEmpty { all.append(JSONMember(name: unit.name, value: .object(sections))) }
    }
    return .object(all)
  }

  private static func setting(_ key: RuleKey, to value: JSONValue, in sections: [JSONMember]) -> [JSONMember]
  {
    var members = sections.first { $0.name == key.sections[0] }?.value.members ?? []
    members.removeAll { $0.name == key.sections[1] }
    if !value.isNull { members.append(JSONMember(name: key.sections[1], value: value)) }
    let others = sections.filter { $0.name != key.sections[0] }
    return members.isEmpty ? others : others + [JSONMember(name: key.sections[0], value: .object(members))]
  }

  static func escaped(_ name: String) -> String {
    name.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  private static func unknown(_ key: String) -> Bilingual {
    let shown = key.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let name = String(String.UnicodeScalarView(shown)).prefix(100)
    return Bilingual(id: "Kunci “\(name)” tidak dikenal.", en: "The key “\(name)” is not known.")
  }

  private static let fixed = Bilingual(
    id: "Ditetapkan sekali saat provinsi bergabung; tidak dapat diubah di sini.",
    en: "It was set once, when the province joined, and cannot be changed here.")

  private static let notOfUnits = Bilingual(
    id: "Unit hanya dapat memperketat: " + RuleKey.ofUnits.map(\.name).joined(separator: ", ") + ".",
    en: "A unit may only be stricter in: " + RuleKey.ofUnits.map(\.name).joined(separator: ", ") + ".")
}
