import AuditLog
import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A verifier answers a request for other lines of business; once accepted, they are the vendor's.
package struct AnswerKBLIRequest: Sendable {
  package enum Word: String, Sendable, CaseIterable {
    case accept, refuse
  }

  package static let roles: Set<Role> = [.verifier]

  package static func shape(_ word: Word) -> Shape {
    .object([word == .refuse ? .required("reason", .note) : .optional("reason", .nullable(.note))])
  }

  private let vendor: UUID
  private let id: UUID
  private let word: Word
  private let reason: String?

  package init(vendor: UUID, _ id: UUID, _ word: Word, body: JSONValue) {
    self.vendor = vendor
    self.id = id
    self.word = word
    reason = body["reason"]?.text
  }

  /// - Throws: `Refusal` in the order of api.md §2: 404, 412, 409 for a request that is answered, or a vendor that is no
  ///   longer verified.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let own: SQL = "\(KBLIRequest.columns) WHERE r.id = \(id) AND r.vendor_id = \(vendor)"
    return try await write(lease, reading: [VendorRow.selectForUpdate(vendor), own]) { transaction, results in
      guard let row = try results[0].first(VendorRow.self),
        let request = try results[1].first(KBLIRequest.self)
      else { throw Refusal.notFound }
      try write.checkPrecondition(version: request.version)
      guard request.state == .open else { throw Refusal.wrongState(request.state.rawValue) }
      if word == .accept, row.state != .verified { throw Refusal.wrongState(row.state.rawValue) }
      for statement in statements(request, row, caller) { transaction.enqueue(statement) }
      guard let after = try await transaction.query(own).first(KBLIRequest.self) else {
        throw Refusal.notFound
      }
      return Answer(after.json, version: after.version)
    }
  }

  private func statements(_ request: KBLIRequest, _ row: VendorRow, _ caller: Caller) -> [SQL] {
    let isAccepted = word == .accept
    let entry = caller.author(Self.roles).entry(
      "vendor.\(word.rawValue)-kbli", subject: "vendor", id: vendor,
      detail: ["request": JSONValue(id), "reason": JSONValue(reason)])
    let told = Notice(
      isAccepted ? .kbliAccepted : .kbliRefused, about: .vendor(vendor),
      detail: reason.map { [JSONMember(name: "reason", value: .string($0))] } ?? [], at: caller.now)
    var profile = row.profile
    profile.kbli = request.kbli
    let change = isAccepted ? VendorProfiles(ids: [vendor], profiles: [profile]).update(at: caller.now) : []
    return [
      entry.insertion,
      """
      UPDATE kbli_request SET accepted = \(isAccepted), answer = \(reason), answered_at = \(caller.now),
        answered_by = \(caller.actor.userID), answer_audit_id = \(entry.id), version = version + 1
      WHERE id = \(id)
      """,
    ] + change + [told.insertion(to: .vendor(vendor))]
  }
}
