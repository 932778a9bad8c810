import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement

@Suite struct OfficialImportTests {
  private static let header = "email,name,nip,roles,unitCode\n"

  private func take(_ province: TestProvince, _ admin: Caller, _ rows: String...) async throws -> JSONValue {
    let bytes = Array((Self.header + rows.map { $0 + "\n" }.joined()).utf8)
    return try await ImportFile(.officials, bytes, dryRun: false)(admin, Write(), province.lease).json
  }

  private func actions(_ province: TestProvince) async throws -> [String] {
    try await province.column(String.self, "SELECT action FROM audit_entry ORDER BY action")
  }

  @Test func `an address is the same in capitals`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    let row = "Sari@Dinas.Example,Sari,198501012010012001,treasurer,"
    #expect(try await take(province, admin, row)["imported"] == 1)
    #expect(try await take(province, admin, row)["unchanged"] == 1)
    let twice = try await refusals {
      _ = try await take(province, admin, row, "sari@dinas.example,Sari,198501012010012001,treasurer,")
    }
    #expect(twice == ["/rows/2/email": "already_registered"])
  }

  @Test func `every account that is made or changed is in the log`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    _ = try await take(
      province, admin, "a@dinas.example,A,198501012010012001,treasurer,",
      "b@dinas.example,B,198501012010012002,auditor,")
    _ = try await take(
      province, admin, "a@dinas.example,A,198501012010012001,auditor,",
      "b@dinas.example,B,198501012010012002,auditor,")
    #expect(
      try await actions(province) == [
        "import.officials", "import.officials", "user.change", "user.create", "user.create", "user.create",
      ])
    try await province.verifyAudit()
  }

  @Test func `nobody gives transacting roles to themselves by a file`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    let (nip, email) = try #require(
      try await province.lease.query("SELECT nip, email FROM app_user WHERE id = \(admin.actor.userID)")
        .first(as: (String, String).self))
    let alias = try await refusals {
      _ = try await take(province, admin, "lain@dinas.example,Lain,\(nip),treasurer,")
    }
    #expect(alias == ["/rows/1/roles": "not_one_of"])
    let own = try await refusals { _ = try await take(province, admin, "\(email),Saya,\(nip),budget_owner,") }
    #expect(own == ["/rows/1/roles": "not_one_of"])
    #expect(try await take(province, admin, "\(email),Saya,\(nip),tenant_admin|auditor,")["updated"] == 1)
  }

  @Test func `a person keeps the NIP`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    _ = try await take(province, admin, "a@dinas.example,A,198501012010012001,treasurer,")
    let refused = try await refusals {
      _ = try await take(province, admin, "a@dinas.example,A,198501012010012002,treasurer,")
    }
    #expect(refused == ["/rows/1/nip": "not_one_of"])
    let id = try #require(
      try await province.column(UUID.self, "SELECT id FROM app_user WHERE email = 'a@dinas.example'").first)
    let patched = try await refusals {
      _ = try await PatchUser(id, body: ["nip": "198501012010012002"])(admin, Write(), province.lease)
    }
    #expect(patched == ["/nip": "not_one_of"])
  }

  @Test func `a birthday that cannot be is refused`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    let refused = try await refusals {
      _ = try await take(province, admin, "a@dinas.example,A,198502302010012001,treasurer,")
    }
    #expect(refused == ["/rows/1/nip": "bad_format"])
  }
}

@Suite struct CodeImportTests {
  @Test func `the sign of lists is refused in codes and kept in other cells`() async throws {
    let province = try await TestProvince.make()
    let units = try await refusals { try await province.load(.units, "code,name,parentCode\nA|B,Dinas,\n") }
    #expect(units == ["/rows/1/code": "bad_format"])
    try await province.loadTree()
    let line =
      "code,unitCode,year,activityCode,account,name,fundSource,version,ceiling\n"
      + "L|1,U,2027,7.02.01.1.06.0009,5.1.02.01.01.0024,Belanja,APBD,murni,1\n"
    #expect(
      try await refusals { try await province.load(.budgetLines, line) } == ["/rows/1/code": "bad_format"])
    let price = "code,name,category,unitOfMeasure,price,validFrom\nS|1,Pulpen,stationery,buah,1,2027-01-01\n"
    #expect(
      try await refusals { try await province.load(.standardPrices, price) } == ["/rows/1/code": "bad_format"]
    )
  }

  @Test func `a SKU with the sign of lists is one product`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor()
    let nib = try await ReadVendor(id).row(owner.actor, province.lease).profile.nib
    let file = """
      vendorNib,sku,name,description,category,unitOfMeasure,price,priceIncludesVat
      \(nib),A|B,Pulpen,Hitam,stationery,buah,5000,false

      """
    #expect(try await province.load(.products, file).counts == ImportCounts(imported: 1))
    #expect(try await province.load(.products, file).counts == ImportCounts(unchanged: 1))
  }

  @Test func `a ceiling that changes is in the log`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let header = "code,unitCode,year,activityCode,account,name,fundSource,version,ceiling\n"
    try await province.load(
      .budgetLines,
      header + "LU,U,2027,7.02.01.1.06.0009,5.1.02.01.01.0024,Belanja,APBD,perubahan,31000000\n"
        + "LV,V,2027,7.02.01.1.06.0009,5.1.02.01.01.0024,Nama lain,APBD,murni,30000000\n")
    let told = try await province.column(
      String.self, "SELECT convert_from(leaf, 'UTF8') FROM audit_entry WHERE action = 'budget-line.change'")
    #expect(told.count == 1 && told[0].contains("\"from\":30000000") && told[0].contains("\"to\":31000000"))
    try await province.verifyAudit()
  }
}

@Suite struct VendorImportTests {
  private func file(_ rows: [[String: String]]) -> String {
    let columns = VendorImport.columns.map(\.name)
    let whole = rows.map { row in
      columns.map { row[$0] ?? "" }.joined(separator: ",") + "\n"
    }
    return columns.joined(separator: ",") + "\n" + whole.joined()
  }

  private func row(_ changes: [String: String] = [:]) -> [String: String] {
    let whole = [
      "nib": digits(13), "legalForm": "cv", "businessName": "Toko Uji", "ownerName": "Siti",
      "ownerNik": "1371014505900001", "npwp": "0" + digits(15), "size": "micro", "capital": "1",
      "yearlySales": "1", "kbli": "47611", "vatRegistered": "false",
      "email": "\(UUID().uuidString)@toko.example", "phone": "+628" + digits(10), "address.street": "Jalan",
      "address.regionCode": "13.71", "bank.code": "002", "bank.accountNumber": "1234567",
      "bank.accountName": "Toko Uji",
    ]
    return whole.merging(changes) { $1 }
  }

  @Test func `fifteen and sixteen digits are one taxpayer`() async throws {
    let province = try await TestProvince.make()
    let number = digits(15)
    let refused = try await refusals {
      try await province.load(.vendors, file([row(["npwp": number]), row(["npwp": "0" + number])]))
    }
    #expect(refused == ["/rows/2/npwp": "already_registered"])
  }

  @Test func `the owner's account follows the file`() async throws {
    let province = try await TestProvince.make()
    let first = row(["email": "Lama@Toko.Example"])
    try await province.load(.vendors, file([first]))
    let second = first.merging([
      "email": "baru@toko.example", "ownerName": "Budi", "ownerNik": "1371010506900002",
      "phone": "+6281200000001",
    ]) { $1 }
    #expect(try await province.load(.vendors, file([second])).counts == ImportCounts(updated: 1))
    let account = try await province.lease.query("SELECT email, name, person, phone FROM app_user")
      .first(as: (String, String, String, String).self)
    #expect(
      account.map { [$0.0, $0.1, $0.2, $0.3] } == [
        "baru@toko.example", "Budi", "1371010506900002", "+6281200000001",
      ])
  }

  @Test func `amounts have an end and identities exist`() async throws {
    let province = try await TestProvince.make()
    let wrong = row(["capital": "1000000000000001", "ownerNik": "1371013102900001"])
    let refused = try await refusals { try await province.load(.vendors, file([wrong])) }
    #expect(refused == ["/rows/1/capital": "too_large", "/rows/1/ownerNik": "bad_format"])
  }
}
