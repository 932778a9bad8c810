import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON
import Tenancy

/// The tamper-evident log.
enum AuditRoutes {
  static let all: [Route] = [entries]

  /// The version of the schema that brought the sealed log.
  private static let sealedSince = 4

  private static let entries = Route(
    .tenant, .get, "/audit/entries", name: "listAuditEntries", access: .roles([.auditor]),
    query: Paging.query + [
      .optional("after", .integer(min: -1), "The number of the last entry that is known already.")
    ], answer: .list(ListAuditEntries.answer)
  ) { call in
    // A province whose migration was held back has no sealed log yet.
    guard let tenant = call.tenant, tenant.schemaVersion >= Self.sealedSince else {
      throw Problem.unavailable("unavailable", retryAfter: 60)
    }
    let list = try ListAuditEntries(after: call.query["after"]?.int64, try call.page(ListAuditEntries.name))
    return .answer(try await call.withTenant { try await list($0) })
  }
}
