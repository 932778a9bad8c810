import EOrderRules

extension CodePair {
  /// The flags that look beyond one order.
  static var flags: [ViolationCode: CodePair] {
    [
      .nearThreshold: .flag(
        raised: [9_000_000, 9_500_000, 10_000_000] as [Rupiah], silent: [9_000_000, 9_500_000, 8_999_999]
      ) {
        try $0.ordersNearThreshold($1.map { .other($0) }, on: march)
      },
      .plannedTogether: .flag(raised: 200_000_001 as Rupiah, silent: 200_000_000) { rulebook, ceiling in
        let plan = PlannedPackage(
          packageId: "k", account: "a", category: "paper", ceiling: ceiling, isDirect: true)
        return try rulebook.plansWorthATender([plan], on: march)
      },
      .paymentsTogether: .flag(raised: [1_000_001, 1_000_000] as [Rupiah], silent: [1_000_000, 1_000_000]) {
        rulebook, amounts in
        let payments = amounts.map {
          PaymentFacts(orderId: "o", vendorId: "v", unitId: "u", day: march, measure: $0)
        }
        return try rulebook.paymentsTaxedTogether(payments).map(\.flag)
      },
      .repeatedPair: .flag(raised: 5, silent: 4) { rulebook, count in
        let orders = (0..<10).map { number in
          RecentOrder.other(1) { $0.vendorId = number < count ? "v1" : "w\(number)" }
        }
        return try rulebook.repeatedPairs(orders, on: march)
      },
      .haste: .flag(raised: 599 as Int64, silent: 600) { rulebook, seconds in
        [try rulebook.haste(secondsToAcceptance: seconds, of: .other(1))].compactMap(\.self)
      },
      .abovePriceMedian: .flag(raised: 1251 as Rupiah, silent: 1250) { rulebook, price in
        let paid = Array(repeating: PaidPrice(day: march, unitPrice: 1000), count: 5)
        return [try rulebook.aboveMedian(price, productId: "p", paid: paid, on: march)].compactMap(
          \.self)
      },
    ]
  }
}

extension RecentOrder {
  /// An order of the same unit, account and category as the example's, of nothing else that is alike.
  static func other(_ gross: Rupiah, _ edit: (inout RecentOrder) -> Void = { _ in })
    -> RecentOrder
  {
    var order = RecentOrder(
      id: "o1", number: "00001", date: "2027-02-25", packageId: "k9", unitId: "u1",
      account: "5.1.02.01.01.0024", categories: ["stationery"], vendorId: "v9", gross: gross,
      itemNames: ["lampu"], needDate: nil)
    edit(&order)
    return order
  }
}
