import Authentication
import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
package import Tenancy

/// The close of a budget year in one province: submitted orders of a year that is over go back to their drafts with
/// the reason, and what they had set aside is free again. What is bound stays bound, and is reported as carried over.
package struct YearClose: Sendable {
  private let tenant: Tenant
  private let now: Date

  package init(_ tenant: Tenant, at now: Date) {
    self.tenant = tenant
    self.now = now
  }

  private static let reason = """
    Tahun anggaran berakhir: pesanan kembali ke draf dan pencadangan anggarannya dilepas (PP 12/2019). Ajukan pada baris \
    anggaran tahun ini. / The budget year is over: submit it on a budget line of this year.
    """

  /// Closes what is left of past years, one order in a transaction; a late or doubled run changes nothing.
  /// - Returns: when the running year ends.
  package func run(_ lease: borrowing some Lease & ~Copyable) async throws -> Date? {
    let year = tenant.today(now).year
    while try await returnOne(of: year, lease) {}
    return Day(year: year + 1, month: 1, day: 1).map { tenant.calendar.instant(of: $0) }
  }

  private func returnOne(of year: Int, _ lease: borrowing some Lease & ~Copyable) async throws -> Bool {
    try await lease.transaction { transaction in
      let found = try await transaction.query(
        """
        SELECT o.id FROM purchase_order o JOIN budget_line b ON b.id = o.budget_line_id
        WHERE o.state = 'submitted' AND b.year < \(year) ORDER BY o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED
        """
      ).scalar(UUID.self)
      guard let order = found else { return false }
      let situation = try OrderSituation(try await transaction.pipeline(TransitionOrder.reads(order))[...])
      var step = OrderStep(
        situation, .return, by: .system, body: ["reason": .string(Self.reason)],
        caller: .system(tenant, at: now).after(situation.lastEvent))
      try await step.prepare(transaction)
      for statement in try step.writes() { transaction.enqueue(statement) }
      return true
    }
  }
}
