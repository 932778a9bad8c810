import EOrderRules
import Foundation
import Postgres

/// The versions of a tenant's rules that may hold, in the order in which they were accepted.
struct RuleVersions: Sendable {
  private let files: [TenantFile]

  /// A later file takes the place of those that would begin on its day or after it.
  init(_ accepted: [TenantFile]) {
    files = accepted.reduce(into: []) { kept, file in
      kept.removeAll {
        ($0.rulebook.effectiveFrom ?? .distantFuture) >= (file.rulebook.effectiveFrom ?? .distantFuture)
      }
      kept.append(file)
    }
  }

  /// The file that was accepted last.
  var newest: TenantFile? { files.last }

  /// The rules in force on a day: of the latest version that has begun, else the nation's.
  func rulebook(on day: Day) throws(RulesError) -> Rulebook? {
    guard let newest else { return nil }
    return try Rulebook.inForce(on: day, versions: files.map(\.settings), national: newest.national)
  }
}

extension RuleVersions {
  /// Rows of `tenant_version`: whose, and the file with its hash.
  struct Accepted: RowDecodable {
    let tenant: UUID
    let sha256: [UInt8]
    let settings: [UInt8]

    init(row: inout Row) throws {
      tenant = try row.next()
      sha256 = try row.next(Bytes.self).bytes
      settings = try row.next(Bytes.self).bytes
    }

    /// All versions of all tenants, each tenant's in the order of acceptance; the caller may add WHERE before.
    static let columns: SQL = "SELECT v.tenant_id, v.settings_sha256, v.settings FROM tenant_version v"
  }

  /// The versions of one tenant; none before it has joined.
  static func read(
    _ slug: String, national: NationalRules, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> RuleVersions {
    let rows = try await lease.query(
      "\(Accepted.columns) JOIN tenant t ON t.id = v.tenant_id WHERE t.slug = \(slug) ORDER BY v.position"
    ).rows(Accepted.self)
    return RuleVersions(try rows.map { try TenantFile($0.settings, national: national) })
  }
}
