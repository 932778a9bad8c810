/// A value as it stands in a rule file, before its key gives it a type.
package struct RuleScalar: Sendable {
  /// The text, without quotation marks.
  package let text: String
  /// Whether it stood in quotation marks.
  package let isQuoted: Bool

  /// A value and how it was written.
  package init(text: String, isQuoted: Bool) {
    self.text = text
    self.isQuoted = isQuoted
  }

  /// What a bare word would be to a YAML reader that guesses; such words are only taken by keys of that type.
  private var bareKind: String? {
    if isQuoted { return nil }
    let lower = text.lowercased()
    if text.isEmpty || ["null", "~"].contains(lower) { return "empty value" }
    if ["true", "false", "yes", "no", "on", "off", "y", "n"].contains(lower) { return "truth value" }
    if looksNumeric(text) { return "number" }
    return nil
  }

  /// The value that the type makes of it, or why it makes none.
  package func read(as type: RuleType) -> Result<RuleValue, RuleProblem> {
    switch type {
    case .text(let maximum):
      readText { isPlainText($0, maximum: maximum) ? nil : "1 to \(maximum) characters" }
    case .formatted(let form): readForm(form)
    case .oneOf(let words): readWord(words)
    case .integer(let range), .rupiah(let range): readInteger(range)
    case .flag: readFlag()
    case .ratio(let range): readRatio(range)
    case .set, .list: .failure(RuleProblem("a list is due here, not a single value"))
    case .single(let type, _): read(as: type)
    case .record, .map: .failure(RuleProblem("a section with keys is due here, not a single value"))
    }
  }

  private func readText(_ bound: (String) -> String?) -> Result<RuleValue, RuleProblem> {
    if let bareKind { return .failure(RuleProblem("a text is due here; \(bareKind) needs quotation marks")) }
    if let bound = bound(text) { return .failure(RuleProblem("not allowed", bound: bound)) }
    return .success(.string(text))
  }

  /// Words are compared byte by byte: to Unicode some other letters are the same as ours.
  private func readWord(_ words: [String]) -> Result<RuleValue, RuleProblem> {
    readText { text in
      words.contains { $0.utf8.elementsEqual(text.utf8) } ? nil : words.joined(separator: ", ")
    }
  }

  private func readForm(_ form: TextForm) -> Result<RuleValue, RuleProblem> {
    // Dates and hours look like numbers and may stand bare all the same.
    let mayStandBare = [.day, .monthDay, .workHours, .ratio].contains(form)
    if !mayStandBare, let bareKind {
      return .failure(RuleProblem("a text is due here; \(bareKind) needs quotation marks"))
    }
    guard form.matches(text) else { return .failure(RuleProblem("wrong form", bound: form.picture)) }
    return .success(.string(text))
  }

  private func readInteger(_ range: ClosedRange<Int64>) -> Result<RuleValue, RuleProblem> {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !isQuoted, isDigits(digits, 1...19), digits == "0" || digits.first != "0", let value = Int64(text)
    else { return .failure(RuleProblem("a whole number without quotation marks is due here")) }
    guard range.contains(value) else {
      return .failure(
        RuleProblem(
          "\(value) is out of bounds",
          bound: range.upperBound == .max
            ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"))
    }
    return .success(.int(value))
  }

  private func readFlag() -> Result<RuleValue, RuleProblem> {
    switch isQuoted ? "" : text {
    case "true": .success(.bool(true))
    case "false": .success(.bool(false))
    default: .failure(RuleProblem("true or false without quotation marks is due here"))
    }
  }

  private func readRatio(_ range: ClosedRange<Ratio>) -> Result<RuleValue, RuleProblem> {
    guard isQuoted, let ratio = Ratio(text) else {
      return .failure(RuleProblem("a fraction in quotation marks is due here, such as \"0.9\""))
    }
    guard range.contains(ratio) else {
      return .failure(RuleProblem("out of bounds", bound: "\(range.lowerBound) to \(range.upperBound)"))
    }
    return .success(.string(text))
  }
}

/// Why a value is refused, and the bound that it breaks.
package struct RuleProblem: Error, Hashable, Sendable {
  /// What is wrong.
  package let reason: String
  /// What would be right; nil where the reason says it.
  package let bound: String?

  /// A reason and the bound.
  package init(_ reason: String, bound: String? = nil) {
    self.reason = reason
    self.bound = bound
  }

  /// Both in one sentence part.
  package var description: String { bound.map { "\(reason); allowed: \($0)" } ?? reason }
}

private func looksNumeric(_ text: String) -> Bool {
  let body = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
  if [".inf", ".nan"].contains(body.lowercased()) { return true }
  guard let first = body.utf8.first, (0x30...0x39).contains(first) || first == 0x2E else { return false }
  // Numbers, octal, hexadecimal, exponents, sexagesimals and dates: all begin with a digit and hold nothing
  // but what these forms hold.
  return body.allSatisfy { $0.isHexDigit || "._:-+xoTZe ".contains($0) }
    && !body.contains(where: { $0.isLetter && !"abcdefxoTZeABCDEF".contains($0) })
}

private func isPlainText(_ text: String, maximum: Int) -> Bool {
  (1...maximum).contains(text.unicodeScalars.count)
    && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    && text.contains { !$0.isWhitespace }
}
