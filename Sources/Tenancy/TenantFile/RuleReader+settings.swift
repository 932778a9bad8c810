import EOrderRules

/// A setting of a tenant file with the line on which it stands.
struct PlacedSetting {
  let line: Int
  let value: RuleValue
}

extension RuleReader {
  /// The settings of a tenant file by key; sections are followed down to the keys of the catalogue.
  mutating func settings(_ root: RuleNode) -> [String: PlacedSetting] {
    guard case .mapping(let members, _) = root else {
      refuse(root.line, "", RuleProblem(.sectionsDue))
      return [:]
    }
    var found: [String: PlacedSetting] = [:]
    var seen: Set<String> = []
    readSection(members, under: "", &found, &seen)
    for key in RuleKey.all where key.isRequired && !seen.contains(key.name) {
      refuse(1, key.name, RuleProblem(key.name == "legal" ? .legalMissing : .missing))
    }
    return found
  }

  private mutating func readSection(
    _ members: [RuleMember], under section: String, _ found: inout [String: PlacedSetting],
    _ seen: inout Set<String>
  ) {
    for member in members {
      let path = section.isEmpty ? member.name : "\(section).\(member.name)"
      if let key = RuleKey.byName[path], !member.name.contains(".") {
        seen.insert(path)
        if let value = read(member.value, as: key.type, path) {
          found[path] = PlacedSetting(line: member.line, value: value)
        }
      } else if RuleKey.all.contains(where: { $0.name.hasPrefix(path + ".") }), !member.name.contains(".") {
        guard case .mapping(let inner, _) = member.value else {
          refuse(member.line, path, RuleProblem(.sectionDue(insteadOfValue: false)))
          continue
        }
        readSection(inner, under: path, &found, &seen)
      } else {
        refuseName(member, section, known: .oneOf(names(in: section)))
      }
    }
  }

  /// The keys and sections that a section may have.
  private func names(in section: String) -> [String] {
    let prefix = section.isEmpty ? "" : section + "."
    var names: [String] = []
    for key in RuleKey.all where key.name.hasPrefix(prefix) {
      let name = String(key.name.dropFirst(prefix.count).prefix { $0 != "." })
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}
