import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement
@testable import Tenancy

@Suite struct ReachTests {
  private let page = PageRequest(limit: 20, cursor: nil)

  @Test func `an official sees its unit and what lies below`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let head = try await province.official(.budgetOwner, unit: "U")
    let clerk = try await province.official(.treasurer, unit: "U.1")
    let auditor = try await province.official(.auditor, unit: "U.1")
    func seen(_ caller: Caller) async throws -> [Set<String>] {
      [
        Set(try await ListUnits(page).rows(caller.actor, province.lease).map(\.code)),
        Set(try await ListBudgetLines(YearAndUnit(), page).rows(caller.actor, province.lease).map(\.code)),
        Set(try await ListPackages(YearAndUnit(), page).rows(caller.actor, province.lease).map(\.rupCode)),
      ]
    }
    #expect(try await seen(head) == [["U", "U.1"], ["LU", "LU1"], ["10001"]])
    #expect(try await seen(clerk) == [["U.1"], ["LU1"], ["10001"]])
    #expect(try await seen(auditor) == [["U", "U.1", "V"], ["LU", "LU1", "LV"], ["10001", "10002"]])
    let foreign = try #require(
      try await province.column(UUID.self, "SELECT id FROM budget_line WHERE code = 'LV'").first)
    await #expect(throws: Refusal.self) { try await ReadBudgetLine(foreign)(clerk, province.lease) }
    let line = try await ReadBudgetLine(foreign)(auditor, province.lease)
    #expect(BudgetLineRow.answer.faults(try line.json) == [])
    #expect(try line.json["available"] == 30_000_000)
    let officials = try await ListOfficials(.init(), page).rows(clerk, province.lease)
    #expect(Set(officials.map(\.id)).isSuperset(of: [head.actor.userID, clerk.actor.userID]))
    for row in officials { #expect(OfficialRow.answer.faults(row.json) == []) }
  }

  @Test func `an assigned package is its officer's`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let mine = try await province.official(.commitmentOfficer, unit: "U.1")
    let other = try await province.official(.commitmentOfficer, unit: "U.1")
    func codes(_ caller: Caller) async throws -> [String] {
      try await ListPackages(YearAndUnit(), page).rows(caller.actor, province.lease).map(\.rupCode)
    }
    #expect(try await codes(other) == ["10001"])
    try await province.lease.transaction {
      $0.enqueue("UPDATE package SET commitment_officer_id = \(mine.actor.userID) WHERE rup_code = '10001'")
    }
    #expect(try await codes(mine) == ["10001"])
    #expect(try await codes(other) == [])
  }

  @Test func `whom a package is given to is looked at before its version`() async throws {
    let province = try await TestProvince.make()
    try await province.loadTree()
    let head = try await province.official(.budgetOwner)
    let package = try #require(
      try await province.column(UUID.self, "SELECT id FROM package WHERE rup_code = '10001'").first)
    let refused = try await refusals {
      _ = try await AssignPackage(package: package, body: ["commitmentOfficerId": JSONValue(UUID())])(
        head, Write(expectedVersions: ["v9"]), province.lease)
    }
    #expect(refused == ["/commitmentOfficerId": "not_found"])
  }

  @Test func `categories are the rulebook's, by code`() async throws {
    let province = try await TestProvince.make()
    var codes: [String] = []
    var cursor: Cursor?
    repeat {
      let json = try ListCategories(PageRequest(limit: 10, cursor: cursor))(province.visit).json
      for item in json["items"]?.elements ?? [] {
        #expect(ListCategories.answer.faults(item) == [])
        codes.append(item.string("code"))
      }
      cursor = json["nextCursor"]?.text.flatMap { Cursor($0, list: ListCategories.name) }
    } while cursor != nil
    #expect(codes == province.tenant.rulebook.categories.keys.sorted())
  }
}
