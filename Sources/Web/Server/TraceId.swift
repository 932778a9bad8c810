/// The identifier that a problem and the log lines of its request share.
enum TraceId {
  /// 128 random bits as 32 hexadecimal digits, as W3C trace context writes them.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return half(generator.next()) + half(generator.next())
  }

  private static func half(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
