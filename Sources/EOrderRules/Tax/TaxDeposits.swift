/// By when a tax of a payment is deposited and reported.
package struct TaxDeposit: Hashable, Sendable {
  /// Which tax.
  package let code: TaxCode
  /// How much.
  package let amount: Rupiah
  /// Who deposits it.
  package let by: Collector
  /// The last day of depositing.
  package let depositBy: Day
  /// The last day of reporting.
  package let reportBy: Day
  /// The regulation behind the days.
  package let legal: String
}

extension NationalRules {
  /// When the taxes of a payment are deposited (PMK 231/2019, harmonised by PMK 81/2024): from petty cash within some
  /// days, from the treasury on the day of its order to pay, by a platform on a day of the next month. Income tax is
  /// reported on a day of the next month, value-added tax by the end of it.
  ///
  /// - Parameter paid: The day of the payment.
  package func deposits(
    of taxes: [TaxLine], mode: PaymentMode, paid: Day
  ) throws(RulesError) -> [TaxDeposit] {
    var deposits: [TaxDeposit] = []
    for tax in taxes where tax.amount > .zero && [.treasurer, .platform].contains(tax.collectedBy) {
      let next = paid.nextMonth
      let own = try inForce(mode == .ls ? .depositDirect : .depositPettyCash, on: paid)
      let platform = try inForce(.depositPlatform, on: paid)
      let report = try inForce(.reportIncomeTax, on: paid)
      let isPlatform = tax.collectedBy == .platform
      guard let days = own.count, let day = platform.count, let reported = report.count else {
        throw .incomplete(own.code.rawValue)
      }
      deposits.append(
        TaxDeposit(
          code: tax.code, amount: tax.amount, by: tax.collectedBy,
          depositBy: isPlatform ? next.dayOfMonth(day) : paid.adding(days: Int(clamping: days)),
          reportBy: isPlatform || tax.code != .ppn ? next.dayOfMonth(reported) : next.dayOfMonth(31),
          legal: isPlatform ? platform.legal : own.legal))
    }
    return deposits
  }
}

extension Day {
  /// The first day of the month after this day's.
  fileprivate var nextMonth: Day {
    let (year, month, _) = parts
    return Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
      ?? .distantFuture
  }

  /// A day of this day's month, the last where the month is shorter.
  fileprivate func dayOfMonth(_ count: Int64) -> Day {
    let (year, month, _) = parts
    let day = Swift.min(Int(clamping: count), Day.length(of: month, in: year))
    return Day(year: year, month: month, day: Swift.max(day, 1)) ?? self
  }
}
