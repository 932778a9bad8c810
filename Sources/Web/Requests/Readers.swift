import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Postgres
import Procurement
import Tenancy

extension Services {
  /// The central administrator who reads in a province with this token; nil where there is none, where the access is
  /// over, and where the administrator is none any more.
  func reader(_ token: Secret, of tenant: Tenant, at now: Date) async throws -> Actor? {
    let found: Actor?
    do {
      found = try await tenants.withConnection(tenant) { lease in
        try CentralAccess.reader(try await lease.query(CentralAccess.reader(token, at: now)))
      }
    } catch let error as PostgresError where error.sqlState == SQLState.undefinedTable {
      // A province whose migration was held back lets nobody in.
      return nil
    }
    guard let found, try await isAdministrator(found.userID) else { return nil }
    return found
  }

  func isAdministrator(_ user: UUID) async throws -> Bool {
    try await control.withConnection { try await $0.query(CentralAccess.isAdministrator(user)).count == 1 }
  }

  /// Writes into the province's log what such a person reads; where that fails, nothing is shown.
  func record(reading address: String, by actor: Actor, in tenant: Tenant, at now: Date) async throws {
    let record = RecordBreakGlassReading(address)
    let caller = Caller(tenant: tenant, actor: actor, now: now)
    try await tenants.withConnection(tenant) { try await record(caller, $0) }
    written(tenant, at: now)
  }
}

extension Route {
  /// What shows numbers or papers that are masked elsewhere.
  private static let unmasked: Set<String> = ["listDebitAccounts", "readDebitAccount", "listAuditEntries"]

  /// Whether somebody who may only read may call this: what an auditor reads, but no paper and nothing unmasked, and
  /// of the own session whose it is and its end.
  var isForReaders: Bool {
    if name == "whoAmI" || name == "signOut" { return true }
    guard method == .get, !Self.unmasked.contains(name) else { return false }
    switch answer {
    case .file, .events: return false
    case .json, .list, .empty, .csv, .table: break
    }
    switch access {
    case .anyone: return true
    case .signedIn: return false
    case .roles(let roles): return roles.contains(.auditor)
    }
  }

  /// - Throws: 403 for what is not a reader's to do.
  func check(_ actor: Actor) throws {
    if actor.isReader, !isForReaders { throw Problem.forbidden }
  }
}

extension PageRoutes {
  /// First segments of the pages that somebody who may only read finds.
  private static let readable: Set<Substring> = [
    "", "products", "pictures", "transparency", "how-to-register", "orders", "needs", "packages",
    "budget-lines",
    "flags", "sanction-cases", "vendors", "search", "audit", "reports", "rules", "offices", "calendar",
    "break-glass", "language",
  ]

  /// Whether somebody who may only read may ask for this; of forms only those that begin and end the reading.
  static func isForReaders(_ method: HTTPRequest.Method, _ path: String) -> Bool {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard method == .get || method == .head else {
      return path == "/sign-out" || (segments.count == 3 && path.hasPrefix("/break-glass/keys/"))
    }
    return readable.contains(segments.first ?? "")
  }
}
