import EOrderRules
import Foundation
import Postgres
import Tenancy

/// The hashes of officials' particulars: the phone of the account, and what a file brought and only its hash is kept.
struct OfficialTraces {
  private let key: TraceKey

  init(_ key: TraceKey) { self.key = key }

  /// Hashes the phones of accounts anew; those of a vendor's people belong to the vendor.
  /// - Parameter condition: on `app_user u`.
  /// - Returns: how many accounts there were.
  func renew(where condition: SQL, _ transaction: borrowing Transaction) async throws -> Int {
    let users = try await transaction.query(
      "SELECT u.id, u.phone, u.vendor_id IS NULL FROM app_user u WHERE \(condition) FOR UPDATE OF u"
    ).rows(as: (UUID, String?, Bool).self)
    guard !users.isEmpty else { return 0 }
    let ids = SQLArray(users.map(\.0))
    let traces = users.compactMap { id, phone, isOfficial -> HashedTrace? in
      guard isOfficial, let phone, let hash = key.hash(.phone, phone) else { return nil }
      return HashedTrace(id: id, kind: .phone, hash: hash)
    }
    transaction.enqueue("DELETE FROM user_trace WHERE user_id = ANY (\(ids)) AND source = 'account'")
    transaction.enqueue(
      """
      INSERT INTO user_trace (user_id, kind, source, hash)
      SELECT t.id, t.kind, 'account', t.hash FROM \(HashedTraces(traces).table) ON CONFLICT DO NOTHING
      """)
    transaction.enqueue("UPDATE app_user SET traced = true WHERE id = ANY (\(ids))")
    return users.count
  }

  /// What a file says of officials in place of what an earlier one said, kind by kind.
  static func replacement(_ traces: [HashedTrace]) -> [SQL] {
    guard !traces.isEmpty else { return [] }
    let table = HashedTraces(traces).table
    return [
      """
      DELETE FROM user_trace x USING \(table)
      WHERE x.user_id = t.id AND x.kind = t.kind AND x.source = 'import' AND x.hash <> t.hash
      """,
      """
      INSERT INTO user_trace (user_id, kind, source, hash) SELECT t.id, t.kind, 'import', t.hash FROM \(table)
      ON CONFLICT DO NOTHING
      """,
    ]
  }
}
