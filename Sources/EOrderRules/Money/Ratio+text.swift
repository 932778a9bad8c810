extension Ratio: LosslessStringConvertible {
  /// Reads `15/1000` or a decimal such as `0.9`; nil for anything else.
  package init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let above = digits(parts[0]), let below = digits(parts[1]) {
      self.init(above, below)
      return
    }
    let decimal = description.split(separator: ".", omittingEmptySubsequences: false)
    guard decimal.count <= 2, let whole = digits(decimal[0]) else { return nil }
    guard decimal.count == 2 else {
      self.init(whole, 1)
      return
    }
    guard decimal[1].count <= 6, let rest = digits(decimal[1]), whole <= 1000 else { return nil }
    let scale = decimal[1].reduce(into: Int64(1)) { scale, _ in scale *= 10 }
    self.init(whole * scale + rest, scale)
  }

  /// The fraction as `numerator/denominator`.
  package var description: String { "\(numerator)/\(denominator)" }

  /// The fraction with three decimals, cut off; for explanations, never for calculation.
  package var thousandths: String {
    let scaled = Int128(numerator) * 1000 / Int128(denominator)
    return "\(scaled / 1000).\(padded(Int(scaled % 1000), to: 3))"
  }
}

private func digits(_ text: Substring) -> Int64? {
  guard (1...10).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return Int64(text)
}
