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
      throw RuleFileError(atStart: RuleProblem(.fileTooLarge, bound: .bytes(Self.maximumBytes)))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RuleFileError(atStart: RuleProblem(.notUTF8))
    }
    var (screened, problems) = YAMLScreen.screen(text)
    if problems.contains(where: { YAMLScreen.fatal.contains($0.problem) }) { throw RuleFileError(problems) }
    guard let composed = try DuplicateKeys.compose(&screened) else {
      throw RuleFileError(atStart: RuleProblem(.fileEmpty))
    }
    var planting = RulePlanting()
    // The anchors of nodes live as long as their parser.
    root = withExtendedLifetime(composed.parser) { planting.plant(composed.node, path: "") }
    problems += planting.problems
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
      self.init([RuleFileProblem(line: mark.line, key: "", RuleProblem(.notYAML(problem)))])
    case .reader(let problem, let offset, _, let yaml):
      // The offset counts characters, of which a line's end is one also where it is two bytes.
      let line = yaml.prefix(offset ?? 0).utf8.count { $0 == 0x0A } + 1
      self.init([RuleFileProblem(line: line, key: "", RuleProblem(.notYAML(problem)))])
    default: self.init(atStart: RuleProblem(.notYAML(nil)))
    }
  }
}
