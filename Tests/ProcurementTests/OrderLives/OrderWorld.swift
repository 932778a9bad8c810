import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement
@testable import Tenancy

/// A province with people of every role in two units, two vendors with what they sell, and packages.
struct OrderWorld {
  struct Package {
    let id: UUID
    let line: UUID
  }

  struct Stall {
    let vendor: UUID
    let products: [UUID]
  }

  static let packages = 60

  let province: TestProvince
  /// Everybody, with roles or without; some hold two, one sits in another unit.
  let people: [Caller]
  let stalls: [Stall]
  let plan: [Package]

  init() async throws {
    province = try await TestProvince.make()
    let officials = try await Self.officials(province)
    let (shop, shopkeeper) = try await province.verifiedVendor(["vatRegistered": true])
    let (kitchen, cook) = try await province.verifiedVendor([
      "legalForm": "individual", "kbli": ["56210"],
      "finalTaxLetter": ["number": "KET-1/2027", "validUntil": "2027-12-31"],
    ])
    people = officials + [shopkeeper, cook, try await Self.staff(of: shopkeeper, province)]
    var stalls = [Stall(vendor: shop, products: []), Stall(vendor: kitchen, products: [])]
    for price: Int64 in [45_000, 760_000, 3_200_000] {
      let id = try await province.listedProduct(
        of: shopkeeper, ["price": .integer(price), "name": .string("Barang \(price)")])
      stalls[0] = Stall(vendor: shop, products: stalls[0].products + [id])
    }
    for price: Int64 in [18_000, 36_000] {
      let id = try await province.listedProduct(
        of: cook,
        [
          "price": .integer(price), "name": .string("Nasi \(price)"), "category": "meeting_meals",
          "taxClass": "catering", "unitOfMeasure": "kotak",
        ])
      stalls[1] = Stall(vendor: kitchen, products: stalls[1].products + [id])
    }
    self.stalls = stalls
    plan = try await Self.plan(province, officials)
  }

  /// Whoever holds duties apart has to be another person: everybody has a number of an own.
  private static func officials(_ province: TestProvince) async throws -> [Caller] {
    let seats: [(Set<Role>, String?)] = [
      ([.procurementOfficer], "U.1"), ([.procurementOfficer], "U"), ([.commitmentOfficer], "U.1"),
      ([.commitmentOfficer], "U.1"), ([.commitmentOfficer, .procurementOfficer], "U.1"),
      ([.budgetOwner], "U"), ([.budgetOwner, .commitmentOfficer], "U"), ([.treasurer], "U"),
      ([.treasurer], "U.1"), ([.financeVerifier], "U"), ([.technicalOfficer], "U.1"),
      ([.technicalOfficer, .commitmentOfficer], "U.1"), ([.goodsKeeper], "U.1"), ([.auditor], nil),
      ([.verifier], nil), ([.tenantAdmin], nil), ([.procurementOfficer, .commitmentOfficer], "V"),
    ]
    try await province.loadTree()
    var people: [Caller] = []
    for (number, seat) in seats.enumerated() {
      let person = "1986010120100110" + String(10 + number)
      people.append(try await add(person, seat.0, unit: seat.1, vendor: nil, province))
    }
    return people
  }

  private static func staff(of owner: Caller, _ province: TestProvince) async throws -> Caller {
    try await add("1371014505900009", [.vendorStaff], unit: nil, vendor: owner.actor.vendorID, province)
  }

  private static func add(
    _ person: String, _ roles: Set<Role>, unit: String?, vendor: UUID?, _ province: TestProvince
  ) async throws -> Caller {
    let id = UUID.version7(at: province.now)
    let path =
      try await province.column(SQLArray<String>.self, "SELECT path FROM unit WHERE code = \(unit)").first?
      .elements ?? []
    try await province.lease.transaction { transaction in
      transaction.enqueue(
        """
        INSERT INTO app_user (id, email, name, person, nip, unit_id, vendor_id, created_at)
        VALUES (\(id), \("\(id.lowercased)@contoh.example"), 'Seseorang', \(person), \(vendor == nil ? person : nil),
          (SELECT id FROM unit WHERE code = \(unit)), \(vendor), \(province.now))
        """)
      for role in roles {
        transaction.enqueue(
          "INSERT INTO user_role (user_id, role, granted_at) VALUES (\(id), \(role.rawValue), \(province.now))"
        )
      }
    }
    return Caller(
      tenant: province.tenant,
      actor: Actor(
        sessionID: UUID(), userID: id, person: person, name: "Seseorang", email: "\(id)@contoh.example",
        roles: roles, unitID: nil, unitPath: path, vendorID: vendor),
      now: province.now)
  }

  /// Lines of the budget from small to large, so that some run dry.
  private static func plan(_ province: TestProvince, _ officials: [Caller]) async throws -> [Package] {
    var lines = "code,unitCode,year,activityCode,account,name,fundSource,version,ceiling\n"
    for (number, ceiling) in [60, 150, 400, 900, 1500].enumerated() {
      lines += "L\(number),U.1,2027,7.02.01.1.06.0009,5.1.02.01.01.0024,Belanja,APBD,murni,\(ceiling)000000\n"
    }
    try await province.load(.budgetLines, lines)
    var rows =
      "rupCode,name,unitCode,year,budgetLineCodes,method,ceiling,announcedOn,catalogueResult,catalogueEvidence\n"
    for number in 0..<packages {
      rows +=
        "\(20_000 + number),Paket \(number),U.1,2027,L\(number % 5),direct,50000000,2027-01-05,not_found,Tangkapan layar\n"
    }
    try await province.load(.packages, rows)
    let stored = try await province.lease.query(
      """
      SELECT p.id, b.budget_line_id FROM package p JOIN package_budget_line b ON b.package_id = p.id
      WHERE p.rup_code LIKE '200%' ORDER BY p.rup_code
      """
    ).rows(as: (UUID, UUID).self)
    let owner = try #require(officials.first { $0.actor.roles == [.budgetOwner] })
    let officers = officials.filter {
      $0.actor.roles.contains(.commitmentOfficer) && $0.actor.unitPath.first == "U"
    }
    for (number, package) in stored.enumerated() {
      let officer = officers[number % officers.count].actor.userID
      let assign = AssignPackage(package: package.0, body: ["commitmentOfficerId": JSONValue(officer)])
      _ = try await assign(owner, Write(), province.lease)
    }
    return stored.map { Package(id: $0.0, line: $0.1) }
  }
}
