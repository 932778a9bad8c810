/// `PDN_FIRST`: goods with little local content are pointed out (Perpres 46/2025 Art. 66): a product with more
/// comes first. Told where the content is known; whether there is a better one, a person sees.
let ofLocalContentFirst: Guard = { input throws(AmountOverflow) in
  guard let row = input.rulebook.national.row(.localContentLeast, on: input.facts.date), let least = row.rate
  else { return [] }
  let below = input.facts.lines.filter { line in
    guard let percent = line.localContentPercent else { return false }
    return Int128(percent) * Int128(least.denominator) < 100 * Int128(least.numerator)
  }
  guard let lowest = below.compactMap(\.localContentPercent).min() else { return [] }
  return [
    input.violation(
      .localContent, .info, rule: row.name, legal: row.legal,
      [
        ("percent", .int(lowest)), ("least", .string(least.percent)), ("count", .int(Int64(below.count))),
        ("lines", .array(below.map { ["productId": .string($0.productId)] })),
      ])
  ]
}

extension Ratio {
  /// The fraction in whole percent, cut off; for sentences only.
  fileprivate var percent: String { String(Int128(numerator) * 100 / Int128(denominator)) }
}
