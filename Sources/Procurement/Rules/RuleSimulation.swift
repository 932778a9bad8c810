package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
package import Tenancy

/// What a change of the rules would have changed: the last decision about every order of some days, made again from
/// its own facts under the other rules.
package struct RuleSimulation: Sendable {
  /// Days that are looked at where nobody says otherwise.
  package static let usualDays = 90
  private static let batch = 500

  private let settings: TenantRules
  private let national: NationalRules
  private let tenant: Tenant
  private let days: Int
  private let now: Date

  /// - Parameter file: the rules that are tried.
  package init(_ file: TenantFile, tenant: Tenant, days: Int, at now: Date) {
    settings = file.settings
    national = file.national
    self.tenant = tenant
    self.days = days
    self.now = now
  }

  /// What came out.
  package struct Outcome: Sendable {
    fileprivate(set) package var orders = 0
    fileprivate(set) package var blocked = 0
    fileprivate(set) package var held = 0
    fileprivate(set) package var freed = 0
    fileprivate(set) package var eased = 0
    /// Decisions that this release cannot read, or that the rules cannot make.
    fileprivate(set) package var undecided = 0
    /// Orders that change, newest first.
    fileprivate(set) package var items: [JSONValue] = []
    package let days: Int
    package let from: Day
    package let to: Day
    package let rulesVersion: String

    /// The numbers alone.
    package var counts: JSONValue {
      [
        "rulesVersion": .string(rulesVersion), "days": JSONValue(days), "from": JSONValue(from),
        "to": JSONValue(to), "orders": JSONValue(orders), "changed": JSONValue(items.count),
        "blocked": JSONValue(blocked), "held": JSONValue(held), "freed": JSONValue(freed),
        "eased": JSONValue(eased), "undecided": JSONValue(undecided),
      ]
    }

    /// The numbers, and the orders behind them up to a limit.
    package func json(limit: Int) -> JSONValue {
      counts.merging(["items": .array(Array(items.prefix(limit)))])
    }
  }

  package func callAsFunction(_ lease: borrowing some Lease & ~Copyable) async throws -> Outcome {
    let today = tenant.today(now)
    let from = today.adding(days: -days)
    var outcome = Outcome(
      days: days, from: from, to: today, rulesVersion: settings.value("version")?.text ?? "")
    var items: [(at: Date, json: JSONValue)] = []
    let others = SimulatedOrders(
      try Rulebook(national: national, settings: settings, on: today), tenant: tenant, at: now)
    var last = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    while true {
      let rows = try await lease.query(
        select(since: tenant.calendar.instant(of: from), behind: last)
      ).rows(SimulatedRow.self)
      for row in rows {
        last = row.kept.order
        outcome.orders += 1
        guard let change = try await change(of: row, beside: others, lease) else {
          outcome.undecided += 1
          continue
        }
        guard !change.isNone else { continue }
        outcome.count(change)
        items.append((row.kept.at, row.json(change)))
      }
      if rows.count < Self.batch { break }
    }
    outcome.items = items.sorted { $0.at > $1.at }.map { $0.json }
    return outcome
  }

  /// The last decision about each order that was decided since then.
  private func select(since: Date, behind order: UUID) -> SQL {
    """
    SELECT DISTINCT ON (d.order_id) o.unit_id, o.vendor_id, r.without_year_end, \(KeptDecisionRow.columns)
    FROM order_decision d JOIN purchase_order o ON o.id = d.order_id JOIN decision_rules r ON r.sha256 = d.rules_sha256
    WHERE d.order_id > \(order) AND d.at >= \(since) AND d.at <= \(now)
    ORDER BY d.order_id, d.at DESC, d.id DESC LIMIT \(Self.batch)
    """
  }

  /// Nil where the decision cannot be made.
  private func change(
    of row: SimulatedRow, beside others: SimulatedOrders, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> DecisionChange? {
    do {
      let facts = try await others.added(to: try row.kept.readFacts(), of: row.kept, lease)
      var rulebook = try Rulebook(national: national, settings: settings, on: facts.date)
      if row.isWithoutYearEnd { rulebook = rulebook.withoutYearEnd }
      let decision = try decide(facts, rulebook)
      return DecisionChange(
        from: try JSONValue(parsing: row.kept.decision), to: JSONValue(rule: decision.tree))
    } catch is Refusals {
      return nil
    } catch is RulesError {
      return nil
    }
  }

  private static let count = Shape.integer(min: 0)

  private static let counts: [ShapeField] = [
    .required("rulesVersion", .text(max: 40)), .required("days", count), .required("from", .date),
    .required("to", .date), .required("orders", count), .required("changed", count),
    .required("blocked", count), .required("held", count), .required("freed", count),
    .required("eased", count), .required("undecided", count),
  ]

  static let countsShape = Shape.component("RuleSimulationCounts", .object(counts))

  /// What the API answers.
  package static let shape = Shape.component(
    "RuleSimulation",
    .object(
      counts + [
        .required(
          "items",
          .array(of: .component("SimulatedOrder", .object(SimulatedRow.shape + DecisionChange.shape))))
      ]))
}

extension RuleSimulation.Outcome {
  fileprivate mutating func count(_ change: DecisionChange) {
    switch (change.wasAllowed, change.isAllowed) {
    case (true, false): blocked += 1
    case (false, true): freed += 1
    default:
      if change.isHeld, !change.wasHeld { held += 1 }
      if change.wasHeld, !change.isHeld { eased += 1 }
    }
  }
}

/// A kept decision with what tells its order from others.
private struct SimulatedRow: RowDecodable {
  let unit: UUID
  let vendor: UUID
  let isWithoutYearEnd: Bool
  let kept: KeptDecisionRow

  init(row: inout Row) throws {
    unit = try row.next()
    vendor = try row.next()
    isWithoutYearEnd = try row.next()
    kept = try KeptDecisionRow(row: &row)
  }

  func json(_ change: DecisionChange) -> JSONValue {
    let order: JSONValue = [
      "orderId": JSONValue(kept.order), "number": JSONValue(kept.number), "at": JSONValue(kept.at),
      "step": .string(kept.step), "unitId": JSONValue(unit), "vendorId": JSONValue(vendor),
    ]
    return order.merging(.object(change.members))
  }

  static let shape: [ShapeField] = [
    .required("orderId", .uuid), .required("number", .nullable(.text(max: 200))), .required("at", .dateTime),
    .required("step", .text(max: 50)), .required("unitId", .uuid), .required("vendorId", .uuid),
  ]
}
