package import EOrderRules
package import Foundation
package import Postgres

/// Every version of a tenant's rules that was accepted, oldest first, as the control schema has them.
package struct RuleHistory: Sendable {
  /// One accepted version.
  package struct Version: Sendable {
    package let sha256: [UInt8]
    package let acceptedAt: Date
    /// The draft that two people of the province made it with; nil where it came with a file of the operator.
    package let draftID: UUID?
    package let file: TenantFile
  }

  package let versions: [Version]
  private let inForce: RuleVersions

  init(_ versions: [Version]) {
    self.versions = versions
    inForce = RuleVersions(versions.map(\.file))
  }

  /// The version that was accepted last.
  package var newest: Version? { versions.last }

  /// The version whose rules hold on a day; nil before the first.
  package func version(on day: Day) throws(RulesError) -> Version? {
    guard let rulebook = try inForce.rulebook(on: day), let from = rulebook.effectiveFrom else { return nil }
    return versions.last {
      $0.file.rulebook.effectiveFrom == from && $0.file.rulebook.version == rulebook.version
    }
  }

  /// The accepted versions that one beginning on this day would replace, since they would begin on it or later.
  package func replaced(from day: Day) -> [Version] {
    versions.indices.filter { replacement(of: $0) == nil }.map { versions[$0] }
      .filter { ($0.file.rulebook.effectiveFrom ?? .distantFuture) >= day }
  }

  /// The version that took the place of another before its time was over, since it began on the same day or before.
  /// - Parameter index: the place of the other among `versions`.
  package func replacement(of index: Int) -> Version? {
    let from = versions[index].file.rulebook.effectiveFrom ?? .distantFuture
    return versions[(index + 1)...].first { ($0.file.rulebook.effectiveFrom ?? .distantFuture) <= from }
  }

  /// The versions of a tenant; none before it has joined.
  package static func read(
    _ slug: String, national: NationalRules, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> RuleHistory {
    let rows = try await lease.query(
      """
      SELECT v.settings_sha256, v.accepted_at, v.draft_id, v.settings
      FROM tenant_version v JOIN tenant t ON t.id = v.tenant_id WHERE t.slug = \(slug) ORDER BY v.position
      """
    ).rows(as: (Bytes, Date, UUID?, Bytes).self)
    return RuleHistory(
      try rows.map { row in
        Version(
          sha256: row.0.bytes, acceptedAt: row.1, draftID: row.2,
          file: try TenantFile(row.3.bytes, national: national))
      })
  }
}
