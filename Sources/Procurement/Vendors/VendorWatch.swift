package import EOrderRules
package import Foundation
package import Postgres
import StrictJSON
import Tenancy

/// What time does to a vendor: papers that end, answers that are due, sanctions, an account that cools.
package struct VendorWatch: RowDecodable, Sendable {
  /// The last paper of each kind that a verifier has looked at, and the letter on the final tax.
  package let papers: [VendorPaper]
  package let verifyDueAt: Date?
  package let lapsesAt: Date?
  package let watchedAt: Date?
  package let bankChangedAt: Date?
  package let bankCoolingUntil: Date?
  package let bankCheckedAt: Date?
  /// What the national blacklist says of it.
  package let terms: [BlacklistTerm]

  package init(row: inout Row) throws { try self.init(row: &row, letter: nil) }

  /// - Parameter letter: counts as the paper `final_tax` where none with a day was handed in.
  init(row: inout Row, letter: TaxLetter?) throws {
    let handedIn = try row.next(SQLArray<String>.self).elements.map(VendorPaper.init(text:))
    let letter = letter.map { VendorPaper(kind: "final_tax", validUntil: $0.validUntil) }
    let isTold = handedIn.contains { $0.kind == "final_tax" && $0.validUntil != nil }
    papers =
      handedIn.filter { isTold || letter == nil || $0.kind != "final_tax" }
      + (isTold ? [] : [letter].compactMap(\.self))
    verifyDueAt = try row.next(Date?.self)
    lapsesAt = try row.next(Date?.self)
    watchedAt = try row.next(Date?.self)
    bankChangedAt = try row.next(Date?.self)
    bankCoolingUntil = try row.next(Date?.self)
    bankCheckedAt = try row.next(Date?.self)
    terms = try row.next(SQLArray<String>.self).elements.compactMap(BlacklistTerm.init(text:))
  }

  static let columns: SQL = """
    \(VendorDocument.checked), v.verify_due_at, v.lapses_at, v.watched_at, v.bank_changed_at, v.bank_cooling_until,
    v.bank_checked_at,
    ARRAY(SELECT to_char(b.from_on, 'YYYY-MM-DD') || ' ' || to_char(b.until_on, 'YYYY-MM-DD') || ' ' || b.decree
      FROM blacklist_entry b WHERE b.nib = v.nib OR b.npwp = v.npwp)
    """

  /// The deadlines that run in a state.
  func timers(in state: VendorState) -> JSONValue {
    let running: [(String, Date?)] = [
      ("verify", state == .submitted ? verifyDueAt : nil), ("lapse", state == .returned ? lapsesAt : nil),
    ]
    return .array(
      running.compactMap { kind, due in
        due.map { ["kind": .string(kind), "dueAt": JSONValue($0)] }
      })
  }

  static let timer = Shape.component(
    "VendorTimer",
    .object([.required("kind", .oneOf(["verify", "lapse"])), .required("dueAt", .dateTime)]))

  /// A ban that holds today is told from the registration on.
  func warnings(on today: Day) -> [JSONValue] {
    terms.inForce(on: today) == nil ? [] : [["pointer": "/nib", "code": "blacklisted"]]
  }
}

extension BlacklistTerm {
  /// Reads `from until decree`.
  fileprivate init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, let from = Day(parts[0]), let until = Day(parts[1]) else { return nil }
    self.init(decree: parts[2], from: from, until: until)
  }
}
