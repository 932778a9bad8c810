import EOrderRules
import Foundation
import Postgres
import Tenancy

/// The checks that follow from some steps of orders, each officer, unit and vendor looked at once.
struct FlagChecks {
  let caller: Caller
  /// Orders and the transitions that they took.
  let steps: [(UUID, String)]
  private(set) var found: [FoundFlag] = []

  init(caller: Caller, steps: [(UUID, String)]) {
    self.caller = caller
    self.steps = steps
  }

  private var today: Day { caller.today }
  private var rulebook: Rulebook { caller.rulebook }
  private var tenant: Tenant { caller.tenant }

  mutating func run(_ transaction: borrowing Transaction) async throws {
    let orders = try await transaction.query(WatchedOrder.select(Array(Set(steps.map { $0.0 })))).rows(
      WatchedOrder.self)
    let accepted = of(["accept"], orders)
    for order in accepted { try checkHaste(order) }
    let issued = of(["issue", "reissue"], orders)
    try await checkOfficers(issued, transaction)
    try await checkPlans(issued, transaction)
    try await checkPayments(of(["request-payment", "confirm-paid"], orders), transaction)
  }

  private func of(_ transitions: Set<String>, _ orders: [WatchedOrder]) -> [WatchedOrder] {
    let ids = Set(steps.filter { transitions.contains($0.1) }.map { $0.0 })
    return orders.filter { ids.contains($0.id) }
  }

  private mutating func add(_ violation: Violation, _ subject: FlagSubject, overTime: Bool) {
    found.append(
      FoundFlag(flag: RaisedFlag(subject: subject, violation: violation), isOverTime: overTime))
  }

  /// `FAST1`.
  private mutating func checkHaste(_ order: WatchedOrder) throws {
    guard let accepted = order.acceptedAt else { return }
    let seconds = Int64(accepted.timeIntervalSince(order.createdAt).rounded(.down))
    guard let flag = try rulebook.haste(secondsToAcceptance: seconds, of: order.recent(tenant)) else {
      return
    }
    add(flag, order.subject("order:\(order.id.lowercased)"), overTime: false)
  }

  /// `SPL4` and `REP1`: what each officer issued of late.
  private mutating func checkOfficers(
    _ issued: [WatchedOrder], _ transaction: borrowing Transaction
  ) async throws {
    let window = max(rulebook.flags.nearWindowDays, rulebook.flags.repeatWindowDays)
    let since = tenant.calendar.instant(of: today.adding(days: -window))
    for (officer, orders) in Dictionary(grouping: issued, by: \.officerID) {
      guard let officer, let last = orders.last else { continue }
      let all = try await transaction.query(WatchedOrder.select(officer: officer, since: since)).rows(
        WatchedOrder.self
      ).map { $0.recent(tenant) }
      var subject = FlagSubject(unitID: last.unitID, officerID: officer, key: "")
      for flag in try rulebook.ordersNearThreshold(all, on: today) {
        let threshold = flag.explanation["threshold"]?.text ?? ""
        subject.key = "officer:\(officer.lowercased):\(threshold):\(today.period(months: 3))"
        add(flag, subject, overTime: true)
      }
      for flag in try rulebook.repeatedPairs(all, on: today) {
        let vendor = flag.explanation["vendor"]?.text ?? ""
        subject.vendorID = UUID(uuidString: vendor)
        subject.key = "officer:\(officer.lowercased):\(vendor):\(today.period(months: 6))"
        add(flag, subject, overTime: true)
      }
    }
  }

  /// `SPL5`: the year's plan of each unit for the account and category of what it issued.
  private mutating func checkPlans(
    _ issued: [WatchedOrder], _ transaction: borrowing Transaction
  ) async throws {
    for group in Dictionary(grouping: issued, by: { [$0.unitID.lowercased, $0.account, $0.category] }).values
    {
      guard let order = group.first else { continue }
      let plan = try await transaction.query(order.plan(year: today.year)).rows(PlannedRow.self).map {
        $0.fact(order)
      }
      for flag in try rulebook.plansWorthATender(plan, on: today)
      where flag.explanation["category"]?.text == order.category {
        let key = "plan:\(order.unitID.lowercased):\(order.account):\(order.category):\(today.year)"
        add(flag, FlagSubject(unitID: order.unitID, officerID: order.officerID, key: key), overTime: true)
      }
    }
  }

  /// `TAX1`: what a unit pays a vendor on one day, or has asked to be paid.
  private mutating func checkPayments(
    _ paid: [WatchedOrder], _ transaction: borrowing Transaction
  ) async throws {
    let isGross = rulebook.tax.vatThresholdBasis == .gross
    for group in Dictionary(grouping: paid, by: { [$0.unitID.lowercased, $0.vendorID.lowercased] }).values {
      let days = Array(Set(group.map { $0.paidOn ?? today }))
      guard let order = group.first else { continue }
      let began = tenant.calendar.instant(of: today)
      let rows = try await transaction.query(order.payments(on: days, today: today, dayBegan: began)).rows(
        PaymentRow.self)
      let payments = rows.map { $0.fact(order, isGross: isGross) }
      for combined in try rulebook.paymentsTaxedTogether(payments) {
        let payment = combined.payments[combined.payments.count - 1]
        var subject = order.subject(
          "tax:\(order.unitID.lowercased):\(order.vendorID.lowercased):\(payment.day)")
        subject.orderID = UUID(uuidString: payment.orderId)
        add(combined.flag, subject, overTime: false)
      }
    }
  }
}

extension Day {
  /// The part of the year, so many months long, in which the day lies.
  func period(months: Int) -> String { "\(year)-\((parts.month - 1) / months + 1)" }
}
