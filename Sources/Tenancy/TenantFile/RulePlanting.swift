import EOrderRules
import Yams

/// Makes a rule tree of what the parser read: keys are plain words, each once; the rest is refused by its line.
///
/// The parser puts what an anchor names in the place of each alias, so a small text can become a tree without
/// end. Anchored parts are therefore left out here, whatever the first look saw, and the tree has a bounded
/// number of parts.
struct RulePlanting {
  private(set) var problems: [RuleFileProblem] = []
  private var count = 0
  private static let most = 50_000
  private static let tooMany = RuleProblem(.tooManyValues, bound: .exactly("\(most)"))

  /// The tree below a node; what was refused is an empty text in it.
  mutating func plant(_ node: Node, path: String) -> RuleNode {
    let line = node.mark?.line ?? 1
    count += 1
    if count == Self.most + 1 { refuse(line, "", Self.tooMany) }
    guard count <= Self.most else { return Self.nothing(line) }
    guard node.anchor == nil else {
      refuse(line, path, RuleProblem(.refusedSyntax(.anchors)))
      return Self.nothing(line)
    }
    switch node {
    case .scalar(let scalar):
      return .scalar(RuleScalar(text: scalar.string, isQuoted: scalar.style != .plain), line: line)
    case .sequence(let sequence):
      return .sequence(sequence.map { plant($0, path: path) }, line: line)
    case .mapping(let mapping): return .mapping(members(of: mapping, line, path), line: line)
    case .alias:
      refuse(line, path, RuleProblem(.refusedSyntax(.aliases)))
      return Self.nothing(line)
    }
  }

  private mutating func members(of mapping: Node.Mapping, _ line: Int, _ path: String) -> [RuleMember] {
    var members: [RuleMember] = []
    var names: Set<String> = []
    for (key, value) in mapping {
      let place = key.mark?.line ?? line
      guard let name = key.scalar?.string, key.anchor == nil else {
        refuse(place, path, RuleProblem(.keysAreWords))
        continue
      }
      let below = path.isEmpty ? name : "\(path).\(name)"
      // To the parser a key in quotation marks is another key than the same word without.
      guard names.insert(name).inserted else {
        refuse(place, below, DuplicateKeys.problem)
        continue
      }
      members.append(RuleMember(name: name, line: place, value: plant(value, path: below)))
    }
    return members
  }

  private mutating func refuse(_ line: Int, _ key: String, _ problem: RuleProblem) {
    problems.append(RuleFileProblem(line: line, key: key, problem))
  }

  private static func nothing(_ line: Int) -> RuleNode {
    .scalar(RuleScalar(text: "", isQuoted: true), line: line)
  }
}
