package import EOrderRules

extension RuleKey {
  /// The table of every setting, as `Tenants/README.md` has it.
  package static var table: String {
    let head = "| key | what it may be | default | direction | what it does |\n|---|---|---|---|---|\n"
    return head + all.map(\.row).joined()
  }

  private var row: String {
    let bound = national.map {
      "; \(direction == .locked ? "equals" : "at most") the nation's \($0.rawValue)"
    }
    let silent = initial.map { "`\($0.plain)`" } ?? norm.map { "the nation's \($0.rawValue)" }
    let value = isRequired ? "required" : silent ?? "–"
    let why = legal.isEmpty ? "" : " (\(legal))"
    return
      "| `\(name)` | \(type.picture)\(bound ?? "") | \(value) | \(direction.rawValue) | \(meaning)\(why) |\n"
  }
}

extension RuleType {
  /// The type in a few words, for the documentation.
  package var picture: String {
    switch self {
    case .text(let maximum): "text, 1 to \(maximum) characters"
    case .formatted(let form): form.picture
    case .integer(let range), .rupiah(let range):
      range.upperBound == .max
        ? "whole number from \(range.lowerBound)" : "whole number, \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .oneOf(let words): words.joined(separator: ", ")
    case .set(let words, let least): "list of \(words.joined(separator: ", ")); at least \(least)"
    case .ratio(let range): "fraction in quotation marks, \(range.lowerBound) to \(range.upperBound)"
    case .list(let type, _): "list of: \(type.picture)"
    case .record(let fields):
      "{ "
        + fields.map { "\($0.name)\($0.isRequired ? "" : "?"): \($0.type.picture)" }.joined(separator: "; ")
        + " }"
    case .map(let type, .category): "names with: \(type.picture)"
    case .map(let type, let form): "\(form.picture) with: \(type.picture)"
    case .single(let type, let other): "\(type.picture), or \(other.picture)"
    }
  }
}
