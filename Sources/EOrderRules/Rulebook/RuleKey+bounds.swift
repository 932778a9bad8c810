extension RuleKey {
  /// Why a value of the right type is not allowed all the same; nil where it is.
  ///
  /// A key with a national number (`national`) is measured by that number: by the one in force on the day,
  /// and where none is in force yet, by the earliest, so that no day is free of it. A key without one, whose
  /// direction says which way it may go, is measured by what holds where a file is silent.
  ///
  /// - Parameters:
  ///   - value: The value, already read by the key's type.
  ///   - national: The national rules, whose numbers bind.
  ///   - day: The day on which the setting begins to hold.
  ///   - trying: Whether the value is only tried out (`--set`). Then a mode, a word of a few, may be looser than
  ///     its default: nothing is kept, and what each of them decides has to be seen, such as
  ///     `catalogue_check.mode=warn`. No number and no list may.
  package func problem(
    with value: RuleValue, national: NationalRules, on day: Day, trying: Bool = false
  ) -> RuleProblem? {
    if let code = self.national {
      return beyondNation(value, national.binding(code, on: day)?.setting)
    }
    if trying, case .oneOf = type { return nil }
    return looserThanDefault(value, initial(national, on: day))
  }

  private func beyondNation(_ value: RuleValue, _ limit: RuleValue?) -> RuleProblem? {
    guard let number = value.integer, let limit = limit?.integer else {
      return RuleProblem(.noNationalNumber)
    }
    if direction == .locked, number != limit {
      return RuleProblem(.differsFromNation("\(number)"), bound: .exactly("\(limit)"))
    }
    guard number > limit else { return nil }
    return RuleProblem(.aboveNation("\(number)"), bound: .atMost("\(limit)"))
  }

  private func looserThanDefault(_ value: RuleValue, _ initial: RuleValue?) -> RuleProblem? {
    looser(value, than: initial, of: .nation)
  }

  /// Why a value may not stand under another; nil where it is as strict, or the key knows no stricter.
  func looser(
    _ value: RuleValue, than upper: RuleValue?, of layer: RuleLayer = .province
  ) -> RuleProblem? {
    guard let upper, direction == .stricterLower || direction == .stricterHigher else { return nil }
    let wantsLower = direction == .stricterLower
    guard let loose = isLooser(value, than: upper, wantsLower: wantsLower), loose else { return nil }
    return RuleProblem(
      .looser(value.plain, than: layer), bound: wantsLower ? .atMost(upper.plain) : .atLeast(upper.plain))
  }

  private func isLooser(_ value: RuleValue, than initial: RuleValue, wantsLower: Bool) -> Bool? {
    switch (type, value, initial) {
    case (.integer, .int(let value), .int(let initial)), (.rupiah, .int(let value), .int(let initial)):
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
