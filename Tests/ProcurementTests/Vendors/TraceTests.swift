import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement
@testable import Tenancy

@Suite struct TraceTests {
  private func hashes(_ province: TestProvince) async throws -> [String] {
    try await province.column(String.self, "SELECT kind FROM vendor_trace ORDER BY kind, hash")
  }

  @Test func `particulars from before there were hashes are hashed later, once`() async throws {
    let province = try await TestProvince.make()
    for _ in 0..<3 { _ = try await province.vendor() }
    try await province.lease.transaction {
      $0.enqueue("DELETE FROM vendor_trace")
      $0.enqueue("UPDATE vendor SET traced = false")
    }
    var keyless = province.tenant
    keyless.traceKey = nil
    try await DueTraces(keyless).run(province.lease)
    #expect(try await hashes(province).isEmpty)
    for _ in 0..<2 { try await DueTraces(province.tenant).run(province.lease) }
    // Owner and first user are one person with one phone.
    let kinds = ["account", "address", "nik", "phone"].flatMap { Array(repeating: $0, count: 3) }
    #expect(try await hashes(province) == kinds)
    #expect(
      try await province.column(
        Bool.self, "SELECT bool_and(traced) FROM vendor UNION ALL SELECT bool_and(traced) FROM app_user") == [
          true, true,
        ])
  }

  @Test func `nothing but a hash is kept, and each province has its own`() async throws {
    let province = try await TestProvince.make()
    _ = try await province.vendor()
    let stored = try await province.lease.query("SELECT hash FROM vendor_trace WHERE kind = 'nik'").first(
      Hash.self)
    let hash = try #require(stored?.bytes)
    let key = try #require(province.tenant.traceKey)
    #expect(hash.count == 32 && hash == key.hash(.nik, "1371014505900001"))
    let other = TraceKey(try MasterKey(Array(repeating: 7, count: 32)), tenant: "other")
    #expect(other.hash(.nik, "1371014505900001") != hash && "\(other)" == "•••")
  }

  private struct Hash: RowDecodable {
    let bytes: [UInt8]

    init(row: inout Row) throws { bytes = try row.next(Bytes.self).bytes }
  }

  @Test func `an official's file is compared, and a kind that comes again takes the place of the first`()
    async throws
  {
    let province = try await TestProvince.make()
    let (id, _) = try await province.vendor()
    let admin = try await province.official(.tenantAdmin)
    func load(_ nik: String, _ phone: String) async throws -> JSONValue {
      let text = """
        email,name,nip,roles,nik,phone
        a@dinas.example,Sari,198501012010012001,treasurer,\(nik),\(phone)

        """
      return try await ImportFile(.officials, Array(text.utf8), dryRun: false)(admin, Write(), province.lease)
        .json
    }
    func shared() async throws -> [[TraceKind]] {
      try await province.lease.query(SharedParticulars.select("\(id)", on: admin.today)).rows(
        SharedParticulars.self
      ).map(
        \.kinds)
    }
    #expect(try await load("1371014505900001", "")["imported"] == 1)
    #expect(try await shared() == [[.nik]])
    #expect(try await load("1371014505900001", "")["unchanged"] == 1)
    // An empty cell leaves what is known.
    #expect(try await load("", "+6281200000009")["updated"] == 1)
    #expect(try await shared() == [[.nik]])
    #expect(try await load("1371010506900002", "")["updated"] == 1)
    #expect(try await shared().isEmpty)
    try await province.verifyAudit()
  }
}
