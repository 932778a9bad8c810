import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// Vendors from elsewhere: drafts, whose owners are invited like anybody else.
struct VendorImport: ImportTarget {
  static let columns: [ImportColumn] = [
    .required("nib", .text(.nib), "9120301234567"), .required("legalForm", .oneOf(LegalForm.self), "cv"),
    .required("businessName", .name, "Toko Contoh"), .required("ownerName", .name, "Siti Rahmawati"),
    .required("ownerNik", .text(.nik), "1371014505900001"),
    .optional("npwp", .text(.npwp), "0012345672201000"),
    .required("size", .oneOf(BusinessSize.self), "micro"),
    .required("capital", VendorProfile.amount, "500000000"),
    .required("yearlySales", VendorProfile.amount, "1000000000"),
    .list("kbli", of: .text(kbli), ordered: true, "47611|18111@2025"),
    .required("vatRegistered", .boolean, "false"), .optional("finalTaxLetter.number", .text(max: 100)),
    .optional("finalTaxLetter.validUntil", .date), .optional("exemptBandStatement.date", .date),
    .optional("exemptBandStatement.turnoverBefore", VendorProfile.amount),
    .email("email", "toko@contoh.example"),
    .required("phone", .text(.phone), "+6281234567890"),
    .required("address.street", VendorProfile.street, "Jalan Contoh 1"),
    .required("address.regionCode", VendorProfile.region, "13.71"),
    .required("bank.code", .text(.bankCode), "002"),
    .required("bank.accountNumber", .text(.bankAccount), "1234567890"),
    .required("bank.accountName", .name, "TOKO CONTOH"),
  ]

  /// `code`, or `code@2025`.
  private static let kbli = TextFormat(
    "kbliCell", example: "56210@2025",
    .sequence([
      .digits(5),
      .repeated(.choice(KBLI.Edition.allCases.map { .literal("@\($0.rawValue)") }), 0...1),
    ]))

  /// Members that belong together: one without the other is a mistake.
  static let pairs = [
    ("finalTaxLetter.number", "finalTaxLetter.validUntil"),
    ("exemptBandStatement.date", "exemptBandStatement.turnoverBefore"),
  ]

  let table: ImportTable
  let context: ImportContext
  let profiles: [VendorProfile]

  init(_ table: ImportTable, _ context: ImportContext) {
    self.table = table
    self.context = context
    profiles = table.numbers.indices.map { VendorProfile(body: table.body($0, Self.columns)) }
  }

  var reads: [SQL] {
    [
      "\(VendorRow.columns) WHERE v.nib = ANY (\(table.codes("nib"))) ORDER BY v.id FOR UPDATE OF v",
      IdentityClaim.select(profiles),
    ]
  }

  func plan(_ results: [Result]) throws -> ImportPlan {
    var plan = ImportPlan(errors: table.errors(key: ["nib"]))
    let stored = try results[0].rows(VendorRow.self)
    let known = Dictionary(stored.map { ($0.profile.nib, $0) }) { first, _ in first }
    check(known, try results[1].rows(IdentityClaim.self), into: &plan.errors)
    guard plan.errors.isEmpty else { return plan }
    let new = profiles.indices.filter { known[profiles[$0].nib] == nil }
    let changed = profiles.indices.filter { row in
      known[profiles[row].nib].map { $0.profile != told(row, $0) } ?? false
    }
    plan.counts = ImportCounts(
      imported: new.count, updated: changed.count, unchanged: profiles.count - new.count - changed.count)
    plan.write(new, insertions)
    plan.write(changed) { rows in
      let vendors = rows.compactMap { known[profiles[$0].nib] }
      let told = zip(rows, vendors).map { self.told($0, $1) }
      return VendorProfiles(ids: vendors.map(\.id), profiles: told).update(at: context.now)
        + [self.changes(vendors.map(\.id)).insertion(at: context.now)]
    }
    return plan
  }

  /// What a row says of a vendor; of the regions that it serves, of other countries and of certificates of exemption a
  /// file says nothing.
  func told(_ row: Int, _ stored: VendorRow) -> VendorProfile {
    var profile = profiles[row]
    profile.serviceRegions = stored.profile.serviceRegions
    profile.isForeign = stored.profile.isForeign
    profile.withholdingExemption = stored.profile.withholdingExemption
    return profile
  }

  private func insertions(_ rows: [Int]) -> [SQL] {
    let ids = rows.map { _ in UUID.version7(at: context.now) }
    let profiles = rows.map { self.profiles[$0] }
    let owners = VendorOwners(
      userIDs: rows.map { _ in UUID.version7(at: context.now) }, vendorIDs: ids, profiles: profiles,
      passwordHash: nil)
    let facts = ids.map { VendorFact(.create, of: $0, from: nil, to: .draft, by: context.author) }
    return [VendorProfiles(ids: ids, profiles: profiles).insertion(at: context.now)]
      + owners.insertions(at: context.now) + facts.insertions(at: context.now)
  }
}
