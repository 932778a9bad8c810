/// `PRC2`: no unit costs far more, without VAT, than the province paid of late in the median; the officer explains.
let notAboveMedian: Guard = { input throws(AmountOverflow) in
  var found: [Violation] = []
  var seen: Set<String> = []
  for (line, amounts) in zip(input.facts.lines, input.assessment.lines)
  where line.quantity > 0 && seen.insert(line.productId).inserted {
    let unit = (Int128(amounts.priceExVat.amount) * 2 + Int128(line.quantity)) / (2 * Int128(line.quantity))
    let flag = input.rulebook.exceedingMedian(
      Rupiah(Int64(clamping: unit)), productId: line.productId, paid: line.paidPrices, on: input.facts.date)
    if let flag { found.append(flag) }
  }
  return found
}
