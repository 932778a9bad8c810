import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// The national blacklist (Daftar Hitam Nasional): vendors of the province that are on it may not sell until their
/// term ends. An entry that a later file leaves out holds all the same until its own end.
struct BlacklistImport: ImportTarget {
  static let columns: [ImportColumn] = [
    .required("decree", .name, "027/123/SK-DH/2027"), .required("name", .name, "CV Contoh Terlarang"),
    .optional("npwp", .text(.npwp), "0012345672201000"), .optional("nib", .text(.nib), "9120301234567"),
    .required("from", .date, "2027-01-15"), .required("until", .date, "2028-01-15"),
    .required("act", .text(max: 500), "Memalsukan dokumen kualifikasi"),
  ]

  private let table: ImportTable
  private let context: ImportContext
  private let npwps: [String]

  init(_ table: ImportTable, _ context: ImportContext) {
    self.table = table
    self.context = context
    npwps = table["npwp"].map { NPWP($0)?.description ?? "" }
  }

  var reads: [SQL] {
    let taken = SQLArray(npwps.filter { !$0.isEmpty })
    return [
      """
      SELECT decree || chr(31) || name, id, ARRAY[coalesce(npwp, ''), coalesce(nib, ''), to_char(from_on, 'YYYY-MM-DD'),
        to_char(until_on, 'YYYY-MM-DD'), act]
      FROM blacklist_entry WHERE decree = ANY (\(table.codes("decree"))) ORDER BY id FOR UPDATE
      """,
      """
      \(VendorRow.columns) WHERE v.npwp = ANY (\(taken)) OR v.nib = ANY (\(table.codes("nib"))) ORDER BY v.id
      FOR UPDATE OF v
      """,
    ]
  }

  func plan(_ results: [Result]) throws -> ImportPlan {
    var plan = ImportPlan(errors: table.errors(key: ["decree", "name"]))
    check(into: &plan.errors)
    guard plan.errors.isEmpty else { return plan }
    let stored = Dictionary(try results[0].rows(StoredRow.self).map { ($0.key, $0) }) { first, _ in first }
    let known = table.numbers.indices.map {
      stored["\(table.text("decree", $0))\u{1F}\(table.text("name", $0))"]
    }
    let new = known.indices.filter { known[$0] == nil }
    let changed = known.indices.filter { row in known[row].map { $0.values != values(row) } ?? false }
    plan.counts = ImportCounts(
      imported: new.count, updated: changed.count, unchanged: known.count - new.count - changed.count)
    plan.write(new + changed) { rows in [upsert(rows)] }
    let bans = bans(try results[1].rows(VendorRow.self))
    plan.write(Array(bans.indices)) { rows in
      rows.flatMap { bans[$0].writes(by: context.author, under: context.rulebook) }
    }
    // A term that begins later is the service's to begin.
    plan.batches.append { [wakeUp] }
    return plan
  }

  private func values(_ row: Int) -> [String] {
    [
      npwps[row], table.text("nib", row), table.text("from", row), table.text("until", row),
      table.text("act", row),
    ]
  }

  private func check(into errors: inout ImportErrors) {
    for (row, number) in table.numbers.enumerated() {
      if npwps[row].isEmpty, table.text("nib", row).isEmpty {
        errors.add(number, "npwp", .required, detail: Self.noNumber)
      }
      let (from, until) = (table.text("from", row), table.text("until", row))
      if let from = Day(from), let until = Day(until), until <= from {
        errors.add(number, "until", .tooSmall)
      }
    }
  }

  private static let noNumber = Bilingual(
    id: "NPWP atau NIB diperlukan untuk mengenali penyedia.",
    en: "NPWP or NIB is needed to tell the vendor by.")

  /// The longest term that holds today, for each vendor for whom it is news.
  private func bans(_ vendors: [VendorRow]) -> [NationalBan] {
    let today = context.rulebook.calendar.day(of: context.now)
    return vendors.compactMap { vendor in
      let rows = table.numbers.indices.filter { row in
        let (npwp, nib) = (npwps[row], table.text("nib", row))
        return (!npwp.isEmpty && npwp == vendor.profile.npwp?.description) || nib == vendor.profile.nib
      }
      let terms = rows.compactMap { row -> (BlacklistTerm, String)? in
        guard let from = Day(table.text("from", row)), let until = Day(table.text("until", row)) else {
          return nil
        }
        let term = BlacklistTerm(decree: table.text("decree", row), from: from, until: until)
        return term.isInForce(on: today) ? (term, table.text("act", row)) : nil
      }
      guard let (term, act) = terms.max(by: { $0.0.until < $1.0.until }) else { return nil }
      let ban = NationalBan(term, of: vendor, act: act)
      return ban.isNews ? ban : nil
    }
  }

  private func upsert(_ rows: [Int]) -> SQL {
    """
    INSERT INTO blacklist_entry (id, decree, name, npwp, nib, act, from_on, until_on, created_at, updated_at)
    SELECT t.id, t.decree, t.name, nullif(t.npwp, ''), nullif(t.nib, ''), t.act, t.from_on::date, t.until_on::date,
           \(context.now), \(context.now)
    FROM unnest(\(SQLArray(rows.map { _ in UUID.version7(at: context.now) })), \(table.texts("decree", rows)),
      \(table.texts("name", rows)), \(SQLArray(rows.map { npwps[$0] })), \(table.texts("nib", rows)),
      \(table.texts("act", rows)), \(table.texts("from", rows)), \(table.texts("until", rows)))
      AS t(id, decree, name, npwp, nib, act, from_on, until_on)
    ON CONFLICT (decree, name) DO UPDATE SET npwp = excluded.npwp, nib = excluded.nib, act = excluded.act,
      from_on = excluded.from_on, until_on = excluded.until_on, updated_at = excluded.updated_at
    """
  }

  private var wakeUp: SQL {
    let taken = SQLArray(npwps.filter { !$0.isEmpty })
    return """
      UPDATE vendor SET wake_at = \(context.now) WHERE state IN ('verified', 'suspended')
        AND (npwp = ANY (\(taken)) OR nib = ANY (\(table.codes("nib"))))
      """
  }
}
