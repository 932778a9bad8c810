import EOrderRules

/// Reads parts of a rule file by their types and gathers every problem.
struct RuleReader {
  private(set) var problems: [RuleFileProblem] = []
  /// Where the named parts of sections stand.
  private(set) var lines: [String: Int] = [:]

  mutating func refuse(_ line: Int, _ key: String, _ problem: RuleProblem) {
    problems.append(RuleFileProblem(line: line, key: key, problem))
  }

  /// The value that a type makes of a part; nil where that was refused.
  mutating func read(_ node: RuleNode, as type: RuleType, _ key: String) -> RuleValue? {
    switch (type, node) {
    case (.record(let fields), .mapping(let members, let line)):
      return readRecord(fields, members, line, key)
    case (.map(let type, let form), .mapping(let members, _)):
      return readMap(of: type, named: form, members, key)
    case (.list(let type, let least), .sequence(let parts, let line)):
      return readList(of: type, parts, least, line, key)
    case (.set(let words, let least), .sequence(let parts, let line)):
      return readSet(of: words, parts, least, line, key)
    case (.single(_, let other), .mapping), (.single(_, let other), .sequence):
      return read(node, as: other, key)
    case (_, .scalar(let scalar, let line)):
      switch scalar.read(as: type) {
      case .success(let value): return value
      case .failure(let problem): refuse(line, key, problem)
      }
    case (.list, _), (.set, _): refuse(node.line, key, RuleProblem(.listDue(insteadOfValue: false)))
    case (.record, _), (.map, _): refuse(node.line, key, RuleProblem(.sectionDue(insteadOfValue: false)))
    default: refuse(node.line, key, RuleProblem(.singleValueDue))
    }
    return nil
  }

  private mutating func readRecord(
    _ fields: [RuleField], _ members: [RuleMember], _ line: Int, _ key: String
  ) -> RuleValue {
    var read: [(name: String, value: RuleValue)] = []
    for member in members {
      let path = "\(key).\(member.name)"
      guard let field = fields.first(where: { $0.name == member.name }) else {
        refuseName(member, key, known: .oneOf(fields.map(\.name)))
        continue
      }
      lines[path] = member.line
      if let value = self.read(member.value, as: field.type, path) { read.append((member.name, value)) }
    }
    for field in fields where field.isRequired && !members.contains(where: { $0.name == field.name }) {
      refuse(line, "\(key).\(field.name)", RuleProblem(.missing))
    }
    return .object(read)
  }

  private mutating func readMap(
    of type: RuleType, named form: TextForm, _ members: [RuleMember], _ key: String
  ) -> RuleValue {
    var read: [(name: String, value: RuleValue)] = []
    for member in members {
      guard form.matches(member.name) else {
        refuseName(member, key, known: .form(form))
        continue
      }
      lines["\(key).\(member.name)"] = member.line
      if let value = self.read(member.value, as: type, "\(key).\(member.name)") {
        read.append((member.name, value))
      }
    }
    return .object(read)
  }

  private mutating func readList(
    of type: RuleType, _ parts: [RuleNode], _ least: Int, _ line: Int, _ key: String
  ) -> RuleValue {
    if parts.count < least { refuse(line, key, RuleProblem(.tooFew, bound: .atLeast("\(least)"))) }
    var read: [RuleValue] = []
    for (index, part) in parts.enumerated() {
      if let value = self.read(part, as: type, "\(key)[\(index)]") { read.append(value) }
    }
    return .array(read)
  }

  private mutating func readSet(
    of words: [String], _ parts: [RuleNode], _ least: Int, _ line: Int, _ key: String
  ) -> RuleValue {
    if parts.count < least { refuse(line, key, RuleProblem(.tooFew, bound: .atLeast("\(least)"))) }
    var read: [RuleValue] = []
    for part in parts {
      guard let value = self.read(part, as: .oneOf(words), key) else { continue }
      if read.contains(value) { refuse(part.line, key, RuleProblem(.repeated(value.plain))) }
      read.append(value)
    }
    return .array(read)
  }

  /// Refuses a key that no one knows, that stands twice, or that would merge.
  mutating func refuseName(_ member: RuleMember, _ section: String, known: RuleBound) {
    let prefix = section.isEmpty ? "" : section + "."
    if let original = DuplicateKeys.original(member.name) {
      refuse(member.line, prefix + original, DuplicateKeys.problem)
    } else if member.name == "<<" {
      refuse(member.line, prefix + "<<", RuleProblem(.refusedSyntax(.mergeKeys)))
    } else {
      refuse(
        member.line, prefix + member.name,
        RuleProblem(.unknownKey, bound: known))
    }
  }
}
