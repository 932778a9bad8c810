import Foundation
import Postgres
import StrictJSON

@testable import AuditLog
@testable import Procurement
@testable import Tenancy

extension TestProvince {
  /// Takes a file as the operator does.
  @discardableResult
  func load(_ kind: ImportKind, _ text: String) async throws -> ImportOutcome {
    try await ImportRun(kind, Array(text.utf8), operatorAt: now, under: tenant.rulebook)(lease)
  }

  /// A unit, a part of it, and a line of the budget of each.
  func loadTree() async throws {
    try await load(.units, "code,name,parentCode\nU,Dinas,\nU.1,Bagian,U\nV,Badan,\n")
    try await load(
      .budgetLines,
      """
      code,unitCode,year,activityCode,account,name,fundSource,version,ceiling
      LU,U,2027,7.02.01.1.06.0009,5.1.02.01.01.0024,Belanja,APBD,murni,30000000
      LU1,U.1,2027,7.02.01.1.06.0009,5.1.02.01.01.0024,Belanja,APBD,murni,30000000
      LV,V,2027,7.02.01.1.06.0009,5.1.02.01.01.0024,Belanja,APBD,murni,30000000

      """)
    try await load(
      .packages,
      """
      rupCode,name,unitCode,year,budgetLineCodes,method,ceiling,announcedOn
      10001,Paket satu,U.1,2027,LU1,direct,30000000,2027-01-05
      10002,Paket dua,V,2027,LV|LU,direct,30000000,2027-01-05

      """)
  }

  /// Throws where audit log and facts do not agree.
  @discardableResult
  func verifyAudit() async throws -> Int64 {
    try await AuditVerification().run(lease, progress: { _ in })
  }
}
