import EOrderRules
import Yams

/// Reading YAML, of which JSON is a part, into a tree with lines.
struct YAMLDocument {
  /// The most bytes that a rule file may have.
  static let maximumBytes = 1 << 20

  /// The tree of the one document; throws where there is no way to read on.
  let root: RuleNode
  /// What was refused on the way.
  let problems: [RuleFileProblem]

  init(_ bytes: [UInt8]) throws(RuleFileError) {
    guard bytes.count <= Self.maximumBytes else {
      throw RuleFileError(atStart: RuleProblem("too large", bound: "\(Self.maximumBytes) bytes"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RuleFileError(atStart: RuleProblem("not UTF-8"))
    }
    var (screened, problems) = YAMLScreen.screen(text)
    if problems.contains(where: { $0.problem == YAMLScreen.tooDeep }) { throw RuleFileError(problems) }
    guard let node = try DuplicateKeys.compose(&screened) else {
      throw RuleFileError(atStart: RuleProblem("the file is empty"))
    }
    var refusals: [RuleFileProblem] = []
    root = RuleNode(node, path: "", &refusals)
    problems += refusals
    self.problems = problems
  }
}

extension RuleFileError {
  init(atStart problem: RuleProblem) { self.init([RuleFileProblem(line: 1, key: "", problem)]) }

  /// What the parser could not read.
  init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init([RuleFileProblem(line: mark.line, key: "", RuleProblem("not YAML: \(problem)"))])
    case .reader(let problem, let offset, _, let yaml):
      let line = yaml.utf8.prefix(offset ?? 0).count { $0 == 0x0A } + 1
      self.init([RuleFileProblem(line: line, key: "", RuleProblem("not YAML: \(problem)"))])
    default: self.init(atStart: RuleProblem("not YAML"))
    }
  }
}

extension RuleNode {
  /// The node with keys that are plain words; the rest is refused by its line.
  init(_ node: Node, path: String, _ problems: inout [RuleFileProblem]) {
    let line = node.mark?.line ?? 1
    func refuse(_ reason: String) {
      problems.append(RuleFileProblem(line: line, key: path, RuleProblem(reason)))
    }
    switch node {
    case .scalar(let scalar):
      self = .scalar(RuleScalar(text: scalar.string, isQuoted: scalar.style != .plain), line: line)
    case .sequence(let sequence):
      self = .sequence(sequence.map { RuleNode($0, path: path, &problems) }, line: line)
    case .mapping(let mapping):
      var members: [RuleMember] = []
      for (key, value) in mapping {
        guard let name = key.scalar?.string else {
          let place = key.mark?.line ?? line
          problems.append(RuleFileProblem(line: place, key: path, RuleProblem("keys are words")))
          continue
        }
        let below = path.isEmpty ? name : "\(path).\(name)"
        members.append(
          RuleMember(
            name: name, line: key.mark?.line ?? line, value: RuleNode(value, path: below, &problems)))
      }
      self = .mapping(members, line: line)
    case .alias:
      refuse("aliases are refused")
      self = .scalar(RuleScalar(text: "", isQuoted: true), line: line)
    }
  }
}
