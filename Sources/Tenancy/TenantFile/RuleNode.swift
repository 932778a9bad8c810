import EOrderRules

/// A rule file as a tree, each part with its line; what YAML can do beyond that has been refused.
indirect enum RuleNode {
  case scalar(RuleScalar, line: Int)
  case sequence([RuleNode], line: Int)
  case mapping([RuleMember], line: Int)

  /// The line on which the part begins, counted from 1.
  var line: Int {
    switch self {
    case .scalar(_, let line), .sequence(_, let line), .mapping(_, let line): line
    }
  }
}

/// A key of a mapping with its value.
struct RuleMember {
  let name: String
  let line: Int
  let value: RuleNode
}
