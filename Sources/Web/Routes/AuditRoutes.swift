import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// The tamper-evident log.
enum AuditRoutes {
  static let all: [Route] = [entries]

  private static let entries = Route(
    .tenant, .get, "/audit/entries", name: "listAuditEntries", access: .roles([.auditor]),
    query: Paging.query + [
      .optional("after", .integer(min: -1), "The number of the last entry that is known already.")
    ], answer: .list(ListAuditEntries.answer)
  ) { call in
    let list = try ListAuditEntries(after: call.query["after"]?.int64, try call.page(ListAuditEntries.name))
    return .answer(try await call.withTenant { try await list($0) })
  }
}
