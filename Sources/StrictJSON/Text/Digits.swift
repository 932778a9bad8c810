extension Int64 {
  /// Quotient rounded down and the remainder, which is never negative.
  func dividedFlooring(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension [UInt8] {
  /// Decimal digits with leading zeros up to the width.
  mutating func appendDigits(_ number: Int64, width: Int) {
    let digits = String(number).utf8
    for _ in digits.count..<Swift.max(width, digits.count) { append(UInt8(ascii: "0")) }
    append(contentsOf: digits)
  }

  /// The number that the bytes of a range spell in decimal digits alone.
  func number(_ range: Range<Int>, upTo bound: Int64) -> Int64? {
    guard range.upperBound <= count else { return nil }
    var value: Int64 = 0
    for byte in self[range] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    return value <= bound ? value : nil
  }
}
