extension RuleKey {
  /// Why a value of the right type is not allowed all the same; nil where it is.
  ///
  /// - Parameters:
  ///   - value: The value, already read by the key's type.
  ///   - national: The national rules, whose amounts bind.
  ///   - day: The day on which the setting begins to hold.
  ///   - trying: Whether the value is only tried out (`--set`): then it may be looser than the national
  ///     default, but never beyond a national amount.
  package func problem(
    with value: RuleValue, national: NationalRules, on day: Day, trying: Bool = false
  ) -> RuleProblem? {
    if let code = self.national, let amount = value.integer, let limit = national.amount(code, on: day) {
      if direction == .locked, amount != limit.amount {
        return RuleProblem("\(amount) differs from the national value", bound: "\(limit.amount)")
      }
      if amount > limit.amount {
        return RuleProblem("\(amount) is above the national limit", bound: "at most \(limit.amount)")
      }
    }
    return trying ? nil : looserThanDefault(value)
  }

  private func looserThanDefault(_ value: RuleValue) -> RuleProblem? {
    guard let initial, direction == .stricterLower || direction == .stricterHigher else { return nil }
    let wantsLower = direction == .stricterLower
    guard let loose = isLooser(value, than: initial, wantsLower: wantsLower), loose else { return nil }
    let bound = "\(wantsLower ? "at most" : "at least") \(initial.plain)"
    return RuleProblem("\(value.plain) is looser than the national rules", bound: bound)
  }

  private func isLooser(_ value: RuleValue, than initial: RuleValue, wantsLower: Bool) -> Bool? {
    switch (type, value, initial) {
    case (.integer, .int(let value), .int(let initial)):
      return wantsLower ? value > initial : value < initial
    case (.ratio, .string(let value), .string(let initial)):
      guard let value = Ratio(value), let initial = Ratio(initial) else { return nil }
      return wantsLower ? value > initial : value < initial
    case (.oneOf(let words), .string(let value), .string(let initial)):
      guard let place = words.firstIndex(of: value), let floor = words.firstIndex(of: initial) else {
        return nil
      }
      return place < floor
    case (.set, .array(let values), .array(let initial)):
      return !initial.allSatisfy { values.contains($0) }
    default: return nil
    }
  }
}

extension RuleValue {
  /// The value in one line, for messages and documentation.
  package var plain: String {
    switch self {
    case .null: "–"
    case .bool(let flag): String(flag)
    case .int(let number): String(number)
    case .string(let text): text
    case .array(let list): "[" + list.map(\.plain).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.name): \($0.value.plain)" }.joined(separator: ", ") + "}"
    }
  }
}
