import EOrderRules
import Foundation
import Postgres
import Tenancy

/// The hashes of vendors' particulars: the owner's and the staff's NIK and phone, the account, the address.
struct VendorTraces {
  private let key: TraceKey

  init(_ key: TraceKey) { self.key = key }

  /// Hashes anew what is known of some vendors.
  /// - Parameter condition: on `vendor v`.
  /// - Returns: how many vendors there were.
  func renew(where condition: SQL, _ transaction: borrowing Transaction) async throws -> Int {
    let found = try await transaction.query("\(Particulars.columns) WHERE \(condition) FOR UPDATE OF v")
    let vendors = try found.rows(Particulars.self)
    guard !vendors.isEmpty else { return 0 }
    let ids = SQLArray(vendors.map(\.id))
    let traces = HashedTraces(vendors.flatMap { $0.traces(under: key) })
    transaction.enqueue("DELETE FROM vendor_trace WHERE vendor_id = ANY (\(ids))")
    transaction.enqueue(
      """
      INSERT INTO vendor_trace (vendor_id, kind, hash) SELECT t.id, t.kind, t.hash FROM \(traces.table)
      ON CONFLICT DO NOTHING
      """)
    transaction.enqueue("UPDATE vendor SET traced = true WHERE id = ANY (\(ids))")
    return vendors.count
  }

  /// What is known of a vendor, before it is hashed.
  private struct Particulars: RowDecodable {
    let id: UUID
    private let texts: [(TraceKind, String)]
    private let address: (street: String, region: String)

    static let columns: SQL = """
      SELECT v.id, v.owner_nik, v.phone, v.account_number, v.street, v.region_code,
             ARRAY(SELECT u.person FROM app_user u WHERE u.vendor_id = v.id AND u.active),
             ARRAY(SELECT u.phone FROM app_user u WHERE u.vendor_id = v.id AND u.active AND u.phone IS NOT NULL)
      FROM vendor v
      """

    init(row: inout Row) throws {
      id = try row.next()
      let own: [(TraceKind, String)] = [
        (.nik, try row.next()), (.phone, try row.next()), (.account, try row.next()),
      ]
      address = (try row.next(), try row.next())
      let persons = try row.next(SQLArray<String>.self).elements.map { (TraceKind.nik, $0) }
      let phones = try row.next(SQLArray<String>.self).elements.map { (TraceKind.phone, $0) }
      texts = own + persons + phones
    }

    func traces(under key: TraceKey) -> [HashedTrace] {
      let own = texts.compactMap { kind, text in
        key.hash(kind, text).map { HashedTrace(id: id, kind: kind, hash: $0) }
      }
      let home = key.hash(address: address.street, in: address.region)
      return own + (home.map { [HashedTrace(id: id, kind: .address, hash: $0)] } ?? [])
    }
  }
}
