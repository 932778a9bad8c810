import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A verified vendor asks to have other lines of business.
package struct AskForKBLI: Sendable {
  package static let roles: Set<Role> = [.vendorOwner]

  package static let shape = Shape.component(
    "KBLIRequestInput",
    .object([
      .required("kbli", VendorProfile.kbliShape), .required("reason", .note),
    ]))

  private let vendor: UUID
  private let body: JSONValue

  package init(vendor: UUID, body: JSONValue) {
    self.vendor = vendor
    self.body = body
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 422 for papers that the new lines need, 409 while the vendor is
  ///   not verified or another request is open.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = [
      VendorRow.selectForUpdate(vendor), VendorDocument.latest(of: vendor),
      "\(KBLIRequest.columns) WHERE r.vendor_id = \(vendor) AND r.answered_at IS NULL",
    ]
    return try await write(lease, reading: reads) { transaction, results in
      guard let row = try results[0].first(VendorRow.self), row.id == caller.actor.vendorID else {
        throw Refusal.notFound
      }
      let kbli = VendorProfile.lines(body["kbli"])
      var profile = row.profile
      profile.kbli = kbli
      let missing = VendorSubmission(
        profile, papers: try results[1].rows(VendorPaper.self), on: caller.today
      ).missingDocuments(under: caller.rulebook)
      guard missing.isEmpty else { throw Refusal.invalid(missing) }
      guard row.state == .verified else { throw Refusal.wrongState(row.state.rawValue) }
      if results[2].count > 0 { throw Refusal.conflict(code: "request_open", pointer: nil) }
      let id = UUID.version7(at: caller.now)
      for statement in statements(id, kbli, row, caller) { transaction.enqueue(statement) }
      let stored = try await transaction.query("\(KBLIRequest.columns) WHERE r.id = \(id)")
      guard let made = try stored.first(KBLIRequest.self) else { throw Refusal.notFound }
      return Answer(status: 201, made.json, version: made.version)
    }
  }

  private func statements(_ id: UUID, _ kbli: [KBLI], _ row: VendorRow, _ caller: Caller) -> [SQL] {
    let (codes, reason) = (kbli.map(\.description), body["reason"]?.text ?? "")
    let entry = caller.author(Self.roles).entry(
      "vendor.ask-kbli", subject: "vendor", id: vendor,
      detail: [
        "request": JSONValue(id), "kbli": .array(codes.map(JSONValue.string)), "reason": .string(reason),
      ])
    let told = Notice(
      .kbliAsked, about: .vendor(vendor),
      detail: [JSONMember(name: "vendorName", value: .string(row.profile.businessName))], at: caller.now)
    return [
      entry.insertion,
      """
      INSERT INTO kbli_request (id, vendor_id, kbli, reason, asked_at, asked_by, audit_id)
      VALUES (\(id), \(vendor), \(SQLArray(codes)), \(reason), \(caller.now), \(caller.actor.userID), \(entry.id))
      """,
      told.insertion(to: .role(.verifier, unit: nil)),
    ]
  }
}
