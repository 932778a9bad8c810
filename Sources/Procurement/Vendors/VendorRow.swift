package import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A vendor as it is read and shown.
package struct VendorRow: RowDecodable, Sendable {
  package let id: UUID
  package let state: VendorState
  package let profile: VendorProfile
  /// Why it was returned, rejected, suspended or blacklisted last.
  package let reason: String?
  package let decree: String?
  package let until: Day?
  package let createdAt: Date
  package let version: Int
  package let watch: VendorWatch

  package init(row: inout Row) throws {
    id = try row.next()
    state = try row.code()
    profile = try VendorProfile(row: &row)
    reason = try row.next(String?.self)
    decree = try row.next(String?.self)
    until = try row.next(Day?.self)
    createdAt = try row.next()
    version = try row.next()
    watch = try VendorWatch(row: &row, letter: profile.finalTaxLetter)
  }

  /// The columns above; the caller adds WHERE.
  static let columns: SQL = """
    SELECT v.id, v.state, \(VendorProfile.columns), v.reason, v.decree, v.until, v.created_at, v.version,
           \(VendorWatch.columns)
    FROM vendor v
    """

  static func select(_ id: UUID) -> SQL { "\(columns) WHERE v.id = \(id)" }
  static func selectForUpdate(_ id: UUID) -> SQL { "\(columns) WHERE v.id = \(id) FOR UPDATE OF v" }

  /// Whether the vendor is this person's to see: officials see all, a vendor's people their own.
  package func isVisible(to actor: Actor) -> Bool { actor.isOfficial || actor.vendorID == id }

  /// Nobody leaves the blacklist before the day in the decree.
  func isEarly(_ transition: VendorTransition, on today: Day) -> Bool {
    transition == .reinstate && state == .blacklisted && until.map { today < $0 } == true
  }

  /// The vendor as JSON for this person: only its own people see NIK, NPWP and account number whole.
  /// - Parameter today: tells whether a decree still bars the way back.
  package func json(for actor: Actor?, on today: Day, unmasked: Bool = false) -> JSONValue {
    let isOwn = actor == nil || actor?.vendorID == id
    let shown = isOwn || unmasked ? profile.json : profile.masked.hide(in: profile.json)
    let transitions = allowedTransitions(state: state, roles: actor?.roles ?? []).filter {
      !isEarly($0, on: today)
    }
    return .object(
      [
        JSONMember(name: "id", value: JSONValue(id)),
        JSONMember(name: "state", value: .string(state.rawValue)),
      ]
        + (shown.members ?? []) + [
          JSONMember(name: "reason", value: JSONValue(reason)),
          JSONMember(name: "decree", value: JSONValue(decree)),
          JSONMember(name: "until", value: JSONValue(until)),
          JSONMember(
            name: "warnings", value: .array((profile.warnings.elements ?? []) + watch.warnings(on: today))),
          JSONMember(name: "timers", value: watch.timers(in: state)),
          JSONMember(name: "expiringOn", value: JSONValue(expiring(on: today)?.validUntil)),
          JSONMember(name: "expiringPaper", value: JSONValue(expiring(on: today)?.kind)),
          JSONMember(name: "bankChangedAt", value: JSONValue(watch.bankChangedAt)),
          JSONMember(name: "bankCoolingUntil", value: JSONValue(watch.bankCoolingUntil)),
          JSONMember(name: "bankCheckedAt", value: JSONValue(watch.bankCheckedAt)),
          JSONMember(
            name: "allowedTransitions", value: .array(transitions.map { .string($0.rawValue) })),
          JSONMember(name: "createdAt", value: JSONValue(createdAt)),
          JSONMember(name: "version", value: JSONValue(version)),
        ])
  }

  /// The paper of a verified vendor that ends soon.
  private func expiring(on today: Day) -> VendorPaper? {
    state == .verified ? VendorPapers(watch.papers, required: []).expiring(on: today) : nil
  }

  /// What the API shows of a vendor.
  package static let answer = Shape.component(
    "Vendor",
    .object([
      .required("id", .uuid), .required("state", .oneOf(VendorState.self)),
      .required("legalForm", .oneOf(LegalForm.self)), .required("businessName", .name),
      .required("ownerName", .name), .required("ownerNik", .text(max: 16)), .required("nib", .text(.nib)),
      .required("npwp", .nullable(.text(max: 16))), .required("size", .oneOf(BusinessSize.self)),
      .required("capital", VendorProfile.amount), .required("yearlySales", VendorProfile.amount),
      .required("kbli", .array(of: VendorProfile.kbliEntry)), .required("vatRegistered", .boolean),
      .required("finalTaxLetter", .nullable(VendorProfile.finalTaxLetter)),
      .required("exemptBandStatement", .nullable(VendorProfile.exemptBandStatement)),
      .required("foreign", .boolean, "A taxpayer of another country."),
      .required("withholdingExemption", .nullable(VendorProfile.withholdingExemption), "SKB."),
      .required("email", .text(.email)), .required("phone", .text(.phone)),
      .required("address", VendorProfile.address),
      .required(
        "bank",
        .object([
          .required("code", .text(.bankCode)), .required("accountNumber", .text(max: 20)),
          .required("accountName", .name),
        ])),
      .required("serviceRegions", VendorProfile.serviceRegions),
      .required("reason", .nullable(.note)), .required("decree", .nullable(.name)),
      .required("until", .nullable(.date)),
      .required(
        "warnings",
        .array(of: .object([.required("pointer", .text(max: 100)), .required("code", .text(max: 50))]))),
      .required("timers", .array(of: VendorWatch.timer)), .required("expiringOn", .nullable(.date)),
      .required("expiringPaper", .nullable(.oneOf(RuleKey.documentKinds))),
      .required("bankChangedAt", .nullable(.dateTime)), .required("bankCoolingUntil", .nullable(.dateTime)),
      .required("bankCheckedAt", .nullable(.dateTime)),
      .required("allowedTransitions", .array(of: .oneOf(VendorTransition.self))),
      .required("createdAt", .dateTime), .required("version", .integer(min: 1)),
    ]))
}
