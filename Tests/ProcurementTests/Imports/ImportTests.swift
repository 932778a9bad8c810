import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement
@testable import Tenancy

@Suite struct ImportTests {
  private func file(_ slug: String, _ kind: ImportKind) throws -> [UInt8] {
    Array(try Data(contentsOf: TestProvince.root.appending(path: "Tenants/\(slug)/\(kind.rawValue).csv")))
  }

  @Test(arguments: ["dki", "sumbar", "gorontalo"])
  func `the shipped files are taken, and taken again change nothing`(slug: String) async throws {
    let province = try await TestProvince.make(rulesOf: slug)
    for kind in ImportKind.inOrder {
      let run = try ImportRun(
        kind, try file(slug, kind), operatorAt: province.now, under: province.tenant.rulebook)
      let first = try await run(province.lease)
      #expect(
        first.counts.imported > 0 && first.counts.updated == 0 && first.counts.unchanged == 0, "\(kind)")
      #expect(first.invitations.count == (kind == .officials ? first.counts.imported : 0))
      let second = try await run(province.lease)
      #expect(second.counts == ImportCounts(unchanged: first.counts.imported), "\(kind)")
    }
    try await province.verifyAudit()
  }

  @Test func `a dry run stores nothing`() async throws {
    let province = try await TestProvince.make()
    let admin = try await province.official(.tenantAdmin)
    let bytes = Array("code,name\nA,Dinas\n".utf8)
    let answer = try await ImportFile(.units, bytes, dryRun: true)(admin, Write(), province.lease)
    #expect(try answer.json == ["imported": 1, "updated": 0, "unchanged": 0])
    #expect(try await province.column(String.self, "SELECT code FROM unit").isEmpty)
    let real = try await ImportFile(.units, bytes, dryRun: false)(admin, Write(), province.lease)
    #expect(try real.json == answer.json)
  }

  @Test func `a unit that moves takes its children along`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let outcome = try await province.load(.units, "code,name,parentCode\nU,Dinas,V\n")
    #expect(outcome.counts == ImportCounts(updated: 1))
    let path = try await province.column(SQLArray<String>.self, "SELECT path FROM unit WHERE code = 'U.1'")
      .first
    #expect(path?.elements == ["V", "U", "U.1"])
    let circle = try await refusals { try await province.load(.units, "code,name,parentCode\nV,Badan,U.1\n") }
    #expect(circle == ["/rows/1/parentCode": "not_one_of"])
  }

  @Test func `a file with one bad row is not taken at all`() async throws {
    let province = try await TestProvince.make()
    let refused = try await refusals {
      try await province.load(.units, "code,name,parentCode\nA,Satu,\nB,,\nC,Tiga,nowhere\n")
    }
    #expect(refused == ["/rows/2/name": "required", "/rows/3/parentCode": "not_found"])
    #expect(try await province.column(String.self, "SELECT code FROM unit").isEmpty)
  }

  @Test func `a ceiling never falls below what is promised`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    try await province.lease.transaction {
      $0.enqueue("UPDATE budget_line SET reserved = 5000000, realised = 1000000 WHERE code = 'LU'")
    }
    let header = "code,unitCode,year,activityCode,account,name,fundSource,version,ceiling\n"
    func line(_ ceiling: Int) -> String {
      "LU,U,2027,7.02.01.1.06.0009,5.1.02.01.01.0024,Belanja,APBD,perubahan,\(ceiling)\n"
    }
    let refused = try await refusals { try await province.load(.budgetLines, header + line(5_999_999)) }
    #expect(refused == ["/rows/1/ceiling": "too_small"])
    let outcome = try await province.load(.budgetLines, header + line(6_000_000))
    #expect(outcome.counts == ImportCounts(updated: 1))
  }

  @Test func `references have to be there`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let packages = try await refusals {
      try await province.load(
        .packages,
        """
        rupCode,name,unitCode,year,budgetLineCodes,method,ceiling,announcedOn
        20001,Paket,X,2027,LU|nothing,direct,1,2027-01-05

        """)
    }
    #expect(packages == ["/rows/1/unitCode": "not_found", "/rows/1/budgetLineCodes": "not_found"])
    let products = try await refusals {
      try await province.load(
        .products,
        """
        vendorNib,sku,name,description,category,unitOfMeasure,price,priceIncludesVat,taxClass
        9120301234567,A,Pulpen,Hitam,nothing,buah,1,false,goods

        """)
    }
    #expect(products == ["/rows/1/vendorNib": "not_found", "/rows/1/category": "not_found"])
  }

  @Test func `a package gets other lines and keeps its officer`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let officer = try await province.official(.commitmentOfficer)
    try await province.lease.transaction {
      $0.enqueue(
        "UPDATE package SET commitment_officer_id = \(officer.actor.userID) WHERE rup_code = '10002'")
    }
    let outcome = try await province.load(
      .packages,
      """
      rupCode,name,unitCode,year,budgetLineCodes,method,ceiling,announcedOn,ownEstimate
      10002,Paket dua,V,2027,LV,direct,30000000,2027-01-05,500

      """)
    #expect(outcome.counts == ImportCounts(updated: 1))
    let auditor = try await province.official(.auditor)
    let page = PageRequest(limit: 20, cursor: nil)
    let rows = try await ListPackages(YearAndUnit(), page).rows(auditor.actor, province.lease)
    let package = try #require(rows.first { $0.rupCode == "10002" })
    #expect(package.budgetLineIDs.count == 1 && package.commitmentOfficerID == officer.actor.userID)
    #expect(package.ownEstimate == 500 && package.version == 2)
    #expect(PackageRow.answer.faults(package.json) == [])
  }

  @Test func `a vendor's numbers stay its own`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.verifiedVendor()
    let profile = try await ReadVendor(id).row(owner.actor, province.lease).profile
    let columns = VendorImport.columns.map(\.name)
    func row(_ nib: String, _ name: String, email: String) -> String {
      let cells = [
        "nib": nib, "legalForm": "cv", "businessName": name, "ownerName": "A", "ownerNik": profile.ownerNik,
        "npwp": profile.npwp?.description ?? "", "size": "micro", "capital": "1", "yearlySales": "1",
        "kbli": "47611",
        "vatRegistered": "false", "email": email, "phone": profile.phone, "address.street": "Jalan",
        "address.regionCode": "13.71", "bank.code": "002", "bank.accountNumber": "1234567",
        "bank.accountName": "A",
      ]
      return columns.map { cells[$0] ?? "" }.joined(separator: ",") + "\n"
    }
    let header = columns.joined(separator: ",") + "\n"
    let refused = try await refusals {
      try await province.load(
        .vendors,
        header + row("9999999999999", "Lain", email: profile.email)
          + row(profile.nib, "Lain", email: "x@y.example"))
    }
    #expect(
      refused == [
        "/rows/1/npwp": "already_registered", "/rows/1/email": "already_registered",
        "/rows/1/phone": "already_registered", "/rows/2/nib": "already_registered",
        "/rows/2/npwp": "already_registered",
        "/rows/2/phone": "already_registered",
      ])
  }

  @Test func `a listed product's new price is looked at again`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.verifiedVendor()
    try await province.listedProduct(of: owner, ["sku": "A-1"])
    let nib = try await ReadVendor(id).row(owner.actor, province.lease).profile.nib
    let outcome = try await province.load(
      .products,
      """
      vendorNib,sku,name,description,category,unitOfMeasure,price,priceIncludesVat
      \(nib),A-1,Pulpen gel,Tinta hitam.,stationery,buah,200000,false
      \(nib),A-2,Pulpen biru,Tinta biru.,stationery,buah,200000,false

      """)
    #expect(outcome.counts == ImportCounts(imported: 1, updated: 1))
    let states = try await province.column(String.self, "SELECT state FROM product ORDER BY sku")
    #expect(states == ["in_curation", "draft"])
    try await province.verifyAudit()
  }

  @Test(.timeLimit(.minutes(2)))
  func `twenty thousand rows take seconds`() async throws {
    let province = try await TestProvince.make()
    let (id, owner) = try await province.vendor()
    let nib = try await ReadVendor(id).row(owner.actor, province.lease).profile.nib
    let header = "vendorNib,sku,name,description,category,unitOfMeasure,price,priceIncludesVat\n"
    let rows = (0..<20_000).map {
      "\(nib),S\($0),Barang \($0),Keterangan barang,stationery,buah,5000,false\n"
    }
    let outcome = try await province.load(.products, header + rows.joined())
    #expect(outcome.counts.imported == 20_000)
  }
}
