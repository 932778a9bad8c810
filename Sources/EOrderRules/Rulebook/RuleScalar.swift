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
  private var bareKind: BareValue? {
    if isQuoted { return nil }
    let lower = text.lowercased()
    if text.isEmpty || ["null", "~"].contains(lower) { return .empty }
    if ["true", "false", "yes", "no", "on", "off", "y", "n"].contains(lower) { return .truth }
    if looksNumeric(text) { return .number }
    return nil
  }

  /// The value that the type makes of it, or why it makes none.
  package func read(as type: RuleType) -> Result<RuleValue, RuleProblem> {
    switch type {
    case .text(let maximum):
      readText { text in
        isPlainText(text, maximum: maximum) ? nil : RuleProblem(.wrongLength, bound: .characters(maximum))
      }
    case .formatted(let form): readForm(form)
    case .oneOf(let words): readWord(words)
    case .integer(let range), .rupiah(let range): readInteger(range)
    case .flag: readFlag()
    case .ratio(let range): readRatio(range)
    case .set, .list: .failure(RuleProblem(.listDue(insteadOfValue: true)))
    case .single(let type, _): read(as: type)
    case .record, .map: .failure(RuleProblem(.sectionDue(insteadOfValue: true)))
    }
  }

  private func readText(_ problem: (String) -> RuleProblem?) -> Result<RuleValue, RuleProblem> {
    if let bareKind { return .failure(RuleProblem(.textDue(bareKind))) }
    if let problem = problem(text) { return .failure(problem) }
    return .success(.string(text))
  }

  /// Words are compared byte by byte: to Unicode some other letters are the same as ours.
  private func readWord(_ words: [String]) -> Result<RuleValue, RuleProblem> {
    readText { text in
      let isKnown = words.contains { $0.utf8.elementsEqual(text.utf8) }
      return isKnown ? nil : RuleProblem(.notAllowed, bound: .oneOf(words))
    }
  }

  private func readForm(_ form: TextForm) -> Result<RuleValue, RuleProblem> {
    // Dates and hours look like numbers and may stand bare all the same.
    let mayStandBare = [.day, .monthDay, .workHours, .ratio].contains(form)
    if !mayStandBare, let bareKind {
      return .failure(RuleProblem(.textDue(bareKind)))
    }
    guard form.matches(text) else { return .failure(RuleProblem(.wrongForm, bound: .form(form))) }
    return .success(.string(text))
  }

  private func readInteger(_ range: ClosedRange<Int64>) -> Result<RuleValue, RuleProblem> {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !isQuoted, isDigits(digits, 1...19), digits == "0" || digits.first != "0", let value = Int64(text)
    else { return .failure(RuleProblem(.wholeNumberDue)) }
    guard range.contains(value) else {
      return .failure(
        RuleProblem(
          .outOfBounds("\(value)"),
          bound: range.upperBound == .max
            ? .from("\(range.lowerBound)") : .between("\(range.lowerBound)", "\(range.upperBound)")))
    }
    return .success(.int(value))
  }

  private func readFlag() -> Result<RuleValue, RuleProblem> {
    switch isQuoted ? "" : text {
    case "true": .success(.bool(true))
    case "false": .success(.bool(false))
    default: .failure(RuleProblem(.truthDue))
    }
  }

  private func readRatio(_ range: ClosedRange<Ratio>) -> Result<RuleValue, RuleProblem> {
    guard isQuoted, let ratio = Ratio(text) else {
      return .failure(RuleProblem(.fractionDue))
    }
    guard range.contains(ratio) else {
      return .failure(
        RuleProblem(.outOfBounds(nil), bound: .between("\(range.lowerBound)", "\(range.upperBound)")))
    }
    return .success(.string(text))
  }
}

/// Why a value is refused, and the bound that it breaks.
package struct RuleProblem: Error, Hashable, Sendable {
  /// What is wrong.
  package let fault: RuleFault
  /// What would be right; nil where the fault says it.
  package let bound: RuleBound?

  /// A fault and the bound.
  package init(_ fault: RuleFault, bound: RuleBound? = nil) {
    self.fault = fault
    self.bound = bound
  }

  /// What is wrong, in the words of the commands.
  package var reason: String { fault.english }

  /// Fault and bound in one sentence part.
  package var description: String { bound.map { "\(reason); allowed: \($0.english)" } ?? reason }
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
