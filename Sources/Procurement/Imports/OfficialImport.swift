import AuditLog
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// Officials with their roles; new ones are invited.
struct OfficialImport: ImportTarget {
  static let columns: [ImportColumn] = [
    .email("email", "sari@example.go.id"), .required("name", .name, "Sari Dewi, S.E."),
    .required("nip", .text(.nip), "198501012010012001"),
    .list(
      "roles", of: .oneOf(RoleRules.assignable.filter(\.isOfficial).map(\.rawValue)), "procurement_officer"),
    .optional("unitCode", UnitRow.codeShape, "1.01.0.00.0.00.01.0000"),
    .optional("certificateNumber", .text(max: 100), "PBJ-2025-12345"),
    .optional("certificateUntil", .date, "2029-12-31"),
    .unasked("from", .date, "2027-01-01"), .unasked("until", .date, "2027-12-31"),
    .unasked("decree", .text(max: 100), "821.2/15/2027"),
    .unasked("nik", .text(.nik), "3171014501850001"), .unasked("phone", .text(.phone), "+6281234567890"),
    .unasked("accountNumber", .text(.bankAccount), "1234567890"),
    .unasked("address", VendorProfile.street, "Jalan Melati 5"),
    .unasked("addressRegionCode", .text(.regionCode), "31.71"),
  ]

  /// Columns of which only keyed hashes are kept; an empty cell leaves what is known.
  private static let traced: [(name: String, kind: TraceKind)] = [
    ("nik", .nik), ("phone", .phone), ("accountNumber", .account), ("address", .address),
  ]

  private static let compared = columns.dropFirst().dropLast(traced.count + 1).map(\.name)

  private let table: ImportTable
  private let context: ImportContext

  init(_ table: ImportTable, _ context: ImportContext) {
    self.table = table
    self.context = context
  }

  /// The last value tells an account of a vendor, whose e-mail address is not free.
  var reads: [SQL] {
    [
      """
      SELECT u.email, u.id, ARRAY[u.name, coalesce(u.nip, ''),
             coalesce(o.roles, ''), coalesce(n.code, ''), coalesce(u.certificate_number, ''),
             coalesce(to_char(u.certificate_until, 'YYYY-MM-DD'), ''), coalesce(o.from_day, ''),
             coalesce(o.until_day, ''), coalesce(o.decree, ''), coalesce(u.vendor_id::text, '')]
      FROM app_user u LEFT JOIN unit n ON n.id = u.unit_id
      LEFT JOIN LATERAL (\(OfficeTerms.stored(at: context.now))) o ON true
      WHERE u.email = ANY (\(table.codes("email")))
      ORDER BY u.id FOR UPDATE OF u
      """,
      "SELECT code, id FROM unit WHERE code = ANY (\(table.codes("unitCode")))",
      "SELECT email, person FROM app_user WHERE id = \(context.author.userID)",
      """
      SELECT x.user_id, x.kind, x.hash FROM user_trace x JOIN app_user u ON u.id = x.user_id
      WHERE x.source = 'import' AND u.email = ANY (\(table.codes("email")))
      """,
    ]
  }

  func plan(_ results: [Result]) throws -> ImportPlan {
    var plan = ImportPlan(errors: table.errors(key: ["email"]))
    let stored = try results[0].rows(StoredRow.self)
    let units = try table.references("unitCode", results[1], into: &plan.errors)
    let known = Dictionary(stored.map { ($0.key, $0) }) { first, _ in first }
    let author = try results[2].first(as: (String, String).self)
    for (row, email) in table["email"].enumerated() {
      for (column, error) in refusals(row, known[email], author) {
        plan.errors.add(table.numbers[row], column, error.code, detail: error.detail)
      }
    }
    guard plan.errors.isEmpty else { return plan }
    let hashed = try hashes(into: &plan.errors)
    guard plan.errors.isEmpty else { return plan }
    let held = Set(
      try results[3].rows(as: (UUID, String, Bytes).self).compactMap { user, kind, hash in
        TraceKind(rawValue: kind).map { HashedTrace(id: user, kind: $0, hash: hash.bytes) }
      })
    let comparison = ImportComparison(
      table, key: "email", columns: Self.compared, with: stored, at: context.now
    ) { row, id in
      !held.isSuperset(of: hashed[row].map { HashedTrace(id: id, kind: $0.kind, hash: $0.hash) })
    }
    plan.counts = comparison.counts
    let entries = entries(comparison)
    plan.write(Array(entries.indices)) { rows in [rows.map { entries[$0] }.insertion(at: context.now)] }
    plan.write(comparison.written) { rows in
      let traces = rows.flatMap { row in
        hashed[row].map { HashedTrace(id: comparison.ids[row], kind: $0.kind, hash: $0.hash) }
      }
      return [upsert(rows, comparison, units)] + OfficialTraces.replacement(traces)
    }
    let offices = OfficeTerms(table, comparison, audits: entries.map(\.id), context)
    plan.write(Array(comparison.written.indices)) { rows in offices.statements(rows) }
    invite(comparison, into: &plan)
    return plan
  }

  /// What each row says of a person, hashed.
  private func hashes(
    into errors: inout ImportErrors
  ) throws -> [[(kind: TraceKind, hash: [UInt8])]] {
    table.numbers.enumerated().map { row, number in
      Self.traced.compactMap { name, kind in
        let text = table.text(name, row)
        if text.isEmpty { return nil }
        guard let key = context.traceKey else {
          errors.add(number, name, .unknown, detail: Self.withoutKey)
          return nil
        }
        let hash =
          kind == .address
          ? key.hash(address: text, in: table.text("addressRegionCode", row)) : key.hash(kind, text)
        return hash.map { (kind, $0) }
      }
    }
  }

  private static let withoutKey = Bilingual(
    id: "Kolom ini hanya dapat diimpor oleh layanan yang memegang kunci.",
    en: "Only a service that holds the key can take this column.")

  /// What the cells of a row cannot tell: whose account it is, and who hands the file in.
  private func refusals(
    _ row: Int, _ stored: StoredRow?, _ author: (email: String, person: String)?
  ) -> [(column: String, error: FieldError)] {
    var found: [(String, FieldError)] = []
    if let stored, !(stored.values.last ?? "").isEmpty {
      found.append(("email", FieldError("", .alreadyRegistered)))
    }
    let before = stored.map { Set($0.values[2].listed.compactMap { Role(rawValue: $0) }) } ?? []
    let nip = table.text("nip", row)
    let isOwn = author.map { $0.email == table.text("email", row) || $0.person == nip } ?? false
    if let until = Day(table.text("until", row)), let from = Day(table.text("from", row)), until < from {
      found.append(("until", FieldError("", .tooSmall, bound: from.description)))
    }
    // Other towns have the same streets.
    if !table.text("address", row).isEmpty, RegionCode(table.text("addressRegionCode", row))?.town == nil {
      found.append(("addressRegionCode", FieldError("", .required)))
    }
    let refusal =
      RoleRules.refusal(ofOfficial: roles(row), under: context.rulebook, at: "")
      ?? (isOwn ? RoleRules.refusal(ofOwn: roles(row), before: before, at: "") : nil)
    if let refusal { found.append(("roles", refusal)) }
    let held = stored.flatMap { $0.values[1].isEmpty ? nil : $0.values[1] }
    if !nip.isEmpty, let other = RoleRules.refusal(ofNIP: nip, before: held, at: "") {
      found.append(("nip", other))
    }
    return found
  }

  /// The audit entries of accounts that are made or changed.
  private func entries(_ comparison: ImportComparison) -> [AuditEntry] {
    let new = Set(comparison.new)
    return comparison.written.map { row in
      let roles = table.text("roles", row).listed.map(JSONValue.string)
      return context.author.entry(
        new.contains(row) ? "user.create" : "user.change", subject: "user", id: comparison.ids[row],
        detail: [
          "by": "import", "roles": .array(roles), "from": JSONValue(table.text("from", row).filled),
          "until": JSONValue(table.text("until", row).filled),
        ])
    }
  }

  private func roles(_ row: Int) -> Set<Role> {
    Set(table.text("roles", row).listed.compactMap { Role(rawValue: $0) })
  }

  private func invite(_ comparison: ImportComparison, into plan: inout ImportPlan) {
    let invitations = comparison.new.map { row in
      Invitation(
        user: comparison.ids[row], email: table.text("email", row), name: table.text("name", row),
        roles: roles(row), key: context.linkKey, at: context.now)
    }
    plan.invitations = invitations
    plan.write(Array(invitations.indices)) { rows in
      let letters = rows.compactMap { invitations[$0].letter(at: context.now) }
      return rows.map { invitations[$0].insertion(at: context.now) }
        + (letters.isEmpty ? [] : [letters.insertion])
    }
  }

  private func upsert(_ rows: [Int], _ comparison: ImportComparison, _ units: [String: UUID]) -> SQL {
    """
    INSERT INTO app_user (id, email, name, person, nip, unit_id, certificate_number, certificate_until, created_at)
    SELECT t.id, t.email, t.name, t.nip, t.nip, nullif(t.unit, '')::uuid, nullif(t.certificate, ''),
           nullif(t.certificate_until, '')::date, \(context.now)
    FROM unnest(\(SQLArray(rows.map { comparison.ids[$0] })), \(table.texts("email", rows)),
      \(table.texts("name", rows)), \(table.texts("nip", rows)),
      \(SQLArray(rows.map { units[table.text("unitCode", $0)]?.lowercased ?? "" })),
      \(table.texts("certificateNumber", rows)), \(table.texts("certificateUntil", rows)))
      AS t(id, email, name, nip, unit, certificate, certificate_until)
    ON CONFLICT (email) DO UPDATE SET name = excluded.name, person = excluded.person, nip = excluded.nip,
      unit_id = excluded.unit_id, certificate_number = excluded.certificate_number,
      certificate_until = excluded.certificate_until, version = app_user.version + 1
    """
  }
}
