/// `SSH`: no unit costs more, with all taxes, than its standard price; a product without one is pointed out.
/// Told once, at the weight of the heavier.
let withinStandardPrices: Guard = { input throws(AmountOverflow) in
  var above: [RuleValue] = []
  var unknown: [RuleValue] = []
  for (line, amounts) in zip(input.facts.lines, input.assessment.lines) {
    guard let standard = line.standardPrice else {
      unknown.append(["productId": .string(line.productId)])
      continue
    }
    // The unit's price is gross ÷ quantity; multiplying out keeps it exact.
    guard Int128(amounts.gross.amount) > Int128(standard.amount) * Int128(line.quantity) else { continue }
    above.append([
      "productId": .string(line.productId), "gross": RuleValue(amounts.gross),
      "quantity": .int(line.quantity), "standardPrice": RuleValue(standard),
    ])
  }
  let found = [("above", above), ("without", unknown)].filter { !$0.1.isEmpty }
  guard !found.isEmpty else { return [] }
  return [
    input.violation(
      .standardPrice, above.isEmpty ? .warn : input.rulebook.limits.standardPriceMode, rule: "ssh.mode",
      found.map { (name: $0.0, value: .array($0.1)) } + firstAbove(above))
  ]
}

/// The first line above its standard price, as the sentence tells it: its unit's price with all taxes, rounded
/// up so that it never looks as if it were within.
private func firstAbove(_ lines: [RuleValue]) -> [(name: String, value: RuleValue)] {
  guard let line = lines.first, let gross = line["gross"]?.integer, let quantity = line["quantity"]?.integer
  else { return [] }
  let (whole, rest) = gross.quotientAndRemainder(dividingBy: quantity)
  return [
    ("unitGross", .int(rest == 0 ? whole : whole + 1)), ("standardPrice", line["standardPrice"] ?? .null),
    ("count", .int(Int64(lines.count))),
  ]
}

/// `PRICE_REASON`: a price is reasonable by comparison (PerLKPP 12/2021): above the value of a purchase slip a
/// direct order names enough sources, of which the standard prices are one, and none is below its price.
let withReasonablePrice: Guard = { input throws(AmountOverflow) in
  let limits = input.rulebook.limits
  let compared = input.facts.comparedPrices
  // Above the limit of direct orders the same lack is DIRECT_MAX.
  guard input.facts.procedure == .direct, input.gross > limits.receiptMaximum,
    input.gross <= limits.directMaximum || compared.count >= limits.minimumSources
  else { return [] }
  let standards = input.facts.lines.allSatisfy { $0.standardPrice != nil } ? 1 : 0
  let sources = Set(compared.map(\.source)).count + standards
  guard sources < limits.minimumSources else { return [] }
  return [
    input.violation(
      .priceReason, .warn, rule: "compare.min_sources",
      [
        ("gross", RuleValue(input.gross)), ("sources", .int(Int64(sources))),
        ("required", .int(Int64(limits.minimumSources))),
        ("missing", .int(Int64(limits.minimumSources - sources))),
      ])
  ]
}

/// `PRICE_REASON`: a vendor asks no more than it asks everybody (PerLKPP 12/2021): a line that was drawn up before its
/// product became cheaper is pointed out.
let notAboveListedPrice: Guard = { input throws(AmountOverflow) in
  var dearer: [RuleValue] = []
  var excess = Rupiah.zero
  for line in input.facts.lines {
    guard let listed = line.listedPrice, line.unitPrice > listed else { continue }
    excess = try excess.adding(try line.unitPrice.subtracting(listed).times(line.quantity))
    dearer.append([
      "productId": .string(line.productId), "unitPrice": RuleValue(line.unitPrice),
      "listedPrice": RuleValue(listed), "quantity": .int(line.quantity),
    ])
  }
  guard let first = dearer.first else { return [] }
  return [
    input.violation(
      .priceReason, .warn, rule: "price.listed",
      [
        ("unitPrice", first["unitPrice"] ?? .null), ("listedPrice", first["listedPrice"] ?? .null),
        ("excess", RuleValue(excess)), ("lines", .array(dearer)),
      ])
  ]
}
