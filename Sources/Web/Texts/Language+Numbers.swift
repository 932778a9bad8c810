import EOrderRules

extension Language {
  /// Whole rupiah as the rules tell them: `Rp1.234.567` in Indonesian, `Rp1,234,567` in English (EYD V).
  func money(_ amount: Rupiah) -> String {
    let sign = amount.amount < 0 ? "\u{2212}" : ""
    return "\(sign)Rp\(grouped(amount.amount.magnitude))"
  }

  /// A whole number with its thousands set apart.
  func number(_ number: Int64) -> String {
    (number < 0 ? "\u{2212}" : "") + grouped(number.magnitude)
  }

  /// A share in percent with one decimal at most: `12,5 %` or `12.5%`.
  func percent(thousandths: Int64) -> String {
    let whole = number(thousandths / 10)
    let rest = (thousandths % 10).magnitude
    let decimals = rest == 0 ? "" : (self == .indonesian ? "," : ".") + "\(rest)"
    return whole + decimals + (self == .indonesian ? "\u{a0}%" : "%")
  }

  private func grouped(_ number: UInt64) -> String {
    let digits = Array(String(number))
    let separator: Character = self == .indonesian ? "." : ","
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(separator) }
      grouped.append(digit)
    }
    return grouped
  }
}
