import AuditLog
import Foundation
import Postgres
import StrictJSON

extension TestLog {
  /// One thing that happens to the order.
  private struct Step {
    let transition: String
    let from: String?
    let to: String
    var reason: String?
    var reserved: Int64 = 0
    var committed: Int64 = 0
    var gross: Int64?

    var movesMoney: Bool { reserved != 0 || committed != 0 }
  }

  private static let steps = [
    Step(transition: "create", from: nil, to: "draft", gross: 111_000),
    Step(transition: "submit", from: "draft", to: "submitted", reserved: 111_000, gross: 111_000),
    Step(
      transition: "issue", from: "submitted", to: "issued", reason: "Perlu.", reserved: -111_000,
      committed: 111_000),
    Step(transition: "accept", from: "issued", to: "accepted"),
  ]

  /// A vendor, a product and an order on its way, each step sealed by itself.
  func tell() async throws {
    try await withConnection { try await $0.execute(script: background) }
    try await write(vendorFact(at: Self.start)) { entry in
      """
      INSERT INTO vendor_event (id, vendor_id, at, user_id, transition, from_state, to_state, reason, audit_id)
      VALUES (\(UUID.version7(at: entry.at)), \(vendor), \(entry.at), \(user), 'register', NULL, 'draft', NULL, \(entry.id))
      """
    }
    for (position, step) in Self.steps.enumerated() {
      try await tell(step, position, at: Self.start + Double(position + 1) * 60)
    }
  }

  private func tell(_ step: Step, _ position: Int, at now: Date) async throws {
    let entry = orderFact(step, at: now)
    try await write(entry, step.movesMoney ? [ledger(step, entry)] : []) { entry in
      """
      INSERT INTO order_event (id, order_id, position, at, user_id, actor_name, role, transition, from_state, to_state,
        reason, audit_id)
      VALUES (\(UUID.version7(at: now)), \(order), \(position), \(now), \(user), 'Siti', 'procurement_officer',
        \(step.transition), \(step.from), \(step.to), \(step.reason), \(entry.id))
      """
    }
  }

  /// In one transaction, as the product does it, and sealed at once.
  func write(_ entry: AuditEntry, _ more: [SQL] = [], _ fact: (AuditEntry) -> SQL) async throws {
    let statements = [entry.insertion, fact(entry)] + more
    try await withConnection { connection in
      try await connection.transaction { transaction in
        for statement in statements { transaction.enqueue(statement) }
      }
    }
    try await seal(at: entry.at + 0.2)
  }

  private func vendorFact(at now: Date) -> AuditEntry {
    AuditEntry(
      at: now, actor: user.lowercased, role: "public", action: "vendor.register", subjectType: "vendor",
      subjectID: vendor.lowercased, ruleVersion: "2025.1",
      detail: ["from": .null, "to": "draft", "reason": .null])
  }

  private func orderFact(_ step: Step, at now: Date) -> AuditEntry {
    var detail: [JSONMember] = [
      JSONMember(name: "from", value: JSONValue(step.from)), JSONMember(name: "to", value: .string(step.to)),
      JSONMember(name: "reason", value: JSONValue(step.reason)),
      JSONMember(
        name: "budget",
        value: [
          "reserved": .integer(step.reserved), "committed": .integer(step.committed), "realised": .integer(0),
        ]),
    ]
    if let gross = step.gross { detail.append(JSONMember(name: "gross", value: .integer(gross))) }
    return AuditEntry(
      at: now, actor: user.lowercased, role: "procurement_officer", action: "order.\(step.transition)",
      subjectType: "order", subjectID: order.lowercased, ruleVersion: "2025.1", detail: .object(detail))
  }

  private func ledger(_ step: Step, _ entry: AuditEntry) -> SQL {
    """
    INSERT INTO budget_entry (id, budget_line_id, order_id, at, transition, reserved, committed, realised, audit_id)
    VALUES (\(UUID.version7(at: entry.at)), \(line), \(order), \(entry.at), \(step.transition), \(step.reserved),
      \(step.committed), 0, \(entry.id))
    """
  }

  /// The rows that the facts are of.
  private var background: String {
    let (order, vendor, user, line) = (order.lowercased, vendor.lowercased, user.lowercased, line.lowercased)
    return """
      INSERT INTO unit VALUES ('\(line)', 'A', 'Unit', NULL, '{A}', now());
      INSERT INTO app_user (id, email, name, person, created_at) VALUES ('\(user)', 'siti@a.example', 'Siti', '1', now());
      SET session_replication_role = replica;
      INSERT INTO vendor (id, state, legal_form, business_name, owner_name, owner_nik, nib, size, capital, yearly_sales,
        kbli, vat_registered, email, phone, street, region_code, bank_code, account_number, account_name, created_at,
        updated_at)
      VALUES ('\(vendor)', 'draft', 'cv', 'CV', 'Siti', '1371015507900001', '9120000000001', 'micro', 1, 1, '{}', false,
        'siti@cv.example', '+62811', 'Jl.', '13.71', '118', '1234567', 'CV', now(), now());
      INSERT INTO budget_line (id, code, unit_id, year, activity_code, account, name, fund_source, version, ceiling,
        reserved, committed, created_at)
      VALUES ('\(line)', 'B', '\(line)', 2027, 'K', '5', 'Line', 'PAD', 'murni', 1000000, 0, 111000, now());
      INSERT INTO purchase_order (id, state, package_id, unit_id, budget_line_id, vendor_id, vendor_name, street,
        region_code, deliver_by, payment_mode, account, ocid, price_ex_vat, vat_base, vat, vat_collected, gross, withheld,
        net_to_vendor, decision, rules_version, food, created_person, kpa_as_ppk, created_at, updated_at)
      VALUES ('\(order)', 'accepted', '\(line)', '\(line)', '\(line)', '\(vendor)', 'CV', 'Jl.', '13.71', '2027-03-01',
        'UP', '5', 'ocds-1', 100000, 0, 11000, 0, 111000, 0, 111000, '{}', '2025.1', false, '1', false, now(), now())
      """
  }
}
