import EOrderRules

/// Orders by chance, dense around the amounts and days at which the law changes its mind.
struct RandomOrders {
  var numbers: SeededNumbers

  static let days: [Day] = [
    "2022-05-01", "2022-12-19", "2022-12-20", "2024-01-04", "2024-01-05", "2024-12-31", "2025-01-01",
    "2026-04-21", "2026-04-22", "2027-03-01",
  ]
  private static let poles: [Int64] = [
    2_000_000, 1_801_802, 2_220_000, 9_009_009, 10_000_000, 45_045_045, 45_454_545, 50_000_000,
  ]

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  mutating func next(on day: Day) -> OrderFacts {
    var facts = OrderFacts(
      date: day, paymentMode: numbers.pick([.ls, .ls, .up, .kkpd]), procedure: .offer,
      vendor: vendor(on: day), lines: [])
    let count = numbers.pick([1, 1, 2, 3, 5])
    let only = numbers.oneIn(2) ? numbers.pick(TaxClass.allCases) : nil
    for number in 1...count { facts.lines.append(line(number, only)) }
    return facts
  }

  /// A price at a border or a rupiah off it, or any.
  mutating func price() -> Int64 {
    numbers.oneIn(2)
      ? numbers.pick(Self.poles) + Int64.random(in: -2...2, using: &numbers)
      : Int64.random(in: 1...50_000_000, using: &numbers)
  }

  private mutating func line(_ number: Int, _ only: TaxClass?) -> LineFacts {
    LineFacts(
      productId: "p\(number)", category: "stationery", taxClass: only ?? numbers.pick(TaxClass.allCases),
      unitPrice: Rupiah(price()), priceIncludesVat: numbers.oneIn(2),
      quantity: numbers.pick([1, 1, 2, 3, 17]))
  }

  private mutating func vendor(on day: Day) -> VendorFacts {
    var vendor = VendorFacts.example(
      numbers.oneIn(2) ? .individual : numbers.pick(LegalForm.allCases), vatRegistered: numbers.oneIn(2),
      npwp: numbers.oneIn(3) ? nil : NPWP("0012345678901000"))
    if numbers.oneIn(2) {
      vendor.finalTaxLetter = TaxLetter(number: "K", validUntil: numbers.oneIn(4) ? "2022-05-01" : day)
    }
    vendor.exemptBandStatement = numbers.oneIn(2)
    if !numbers.oneIn(5) {
      vendor.turnoverYearToDate = Rupiah(Int64.random(in: 400_000_000...510_000_000, using: &numbers))
    }
    return vendor
  }
}
