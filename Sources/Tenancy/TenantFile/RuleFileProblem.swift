package import EOrderRules

/// One thing that is wrong with a rule file.
package struct RuleFileProblem: Hashable, Sendable, CustomStringConvertible {
  /// The line, counted from 1; 1 where something is missing from the file.
  package let line: Int
  /// The key with its sections; empty where the file as a whole is meant.
  package let key: String
  /// What is wrong, and the bound that it breaks.
  package let problem: RuleProblem

  init(line: Int, key: String, _ problem: RuleProblem) {
    self.line = line
    self.key = key
    self.problem = problem
  }

  /// The problem as `rules check` prints it.
  package var description: String {
    "line \(line): \(key.isEmpty ? "" : "\(key.asNamed): ")\(problem.description.onOneLine)"
  }
}

/// Everything that is wrong with a rule file, in the order of its lines.
package struct RuleFileError: Error, Sendable, CustomStringConvertible {
  /// The problems, at least one.
  package let problems: [RuleFileProblem]

  init(_ problems: [RuleFileProblem]) {
    self.problems = problems.sorted { ($0.line, $0.key) < ($1.line, $1.key) }
  }

  /// One line for each problem.
  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
