/// `PRODUCT_NOT_LISTED`: every product is listed.
let ofListedProducts: Guard = { input throws(AmountOverflow) in
  let unlisted = input.facts.lines.filter { ($0.productState ?? .listed) != .listed }
  guard !unlisted.isEmpty else { return [] }
  return [
    input.violation(
      .productNotListed, rule: "product.state",
      [
        (
          "lines",
          .array(
            unlisted.map {
              ["productId": .string($0.productId), "state": RuleValue($0.productState?.rawValue)]
            })
        )
      ])
  ]
}

/// `MINIMUM_QUANTITY`: of every product at least as much as the vendor sells at once.
let atLeastMinimumQuantity: Guard = { input throws(AmountOverflow) in
  let below = try quantities(input.facts.lines).filter { $0.quantity < $0.line.minimumQuantity ?? 0 }
  guard !below.isEmpty else { return [] }
  return [
    input.violation(
      .minimumQuantity, rule: "product.minimumQuantity",
      [
        ("lines", .array(below.map { $0.tree(limit: "minimumQuantity", $0.line.minimumQuantity) })),
        ("quantity", .int(below[0].quantity)), ("minimum", .int(below[0].line.minimumQuantity ?? 0)),
      ])
  ]
}

/// `STOCK`: of every product at most what the vendor has.
let withinStock: Guard = { input throws(AmountOverflow) in
  let above = try quantities(input.facts.lines).filter { $0.quantity > $0.line.stock ?? .max }
  guard !above.isEmpty else { return [] }
  return [
    input.violation(
      .stock, rule: "product.stock",
      [
        ("lines", .array(above.map { $0.tree(limit: "stock", $0.line.stock) })),
        ("quantity", .int(above[0].quantity)), ("available", .int(above[0].line.stock ?? 0)),
      ])
  ]
}

/// `NEW1`: no product was listed just before the order.
let notOfNewProducts: Guard = { input throws(AmountOverflow) in
  let splitting = input.rulebook.splitting
  let new = input.facts.lines.filter {
    guard let seconds = $0.secondsListed else { return false }
    return seconds < Int64(splitting.newProductHours) * 3600
  }
  guard !new.isEmpty else { return [] }
  let facts = FlagFacts(
    code: .newProduct, gross: input.gross, sum: input.gross,
    acceptedReasons: ["price_checked", "only_source", "urgent_need"])
  return [
    input.violation(
      .newProduct, splitting.newProductSeverity, rule: "flags.new_product_hours",
      facts.members(under: input.rulebook) + [
        ("hours", .int(Int64(splitting.newProductHours))),
        ("lines", .array(new.map { ["productId": .string($0.productId)] })),
      ])
  ]
}

/// A product with its quantity over all lines, since one product may stand in several.
private struct ProductQuantity {
  let line: LineFacts
  let quantity: Int64

  func tree(limit: String, _ value: Int64?) -> RuleValue {
    [
      "productId": .string(line.productId), "quantity": .int(quantity),
      limit: value.map { .int($0) } ?? .null,
    ]
  }
}

private func quantities(_ lines: [LineFacts]) throws(AmountOverflow) -> [ProductQuantity] {
  var found: [ProductQuantity] = []
  for line in lines where !found.contains(where: { $0.line.productId == line.productId }) {
    let same = lines.filter { $0.productId == line.productId }
    let sum = try same.map { Rupiah($0.quantity) }.total()
    found.append(ProductQuantity(line: line, quantity: sum.amount))
  }
  return found
}
