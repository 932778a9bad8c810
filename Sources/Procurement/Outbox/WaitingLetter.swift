import Authentication
package import Foundation
package import Postgres
package import StrictJSON

/// A message that is tried now, with all that its words need.
package struct WaitingLetter: RowDecodable, Sendable {
  package let id: UUID
  package let kind: Letter.Kind
  package let recipient: String
  package let name: String
  /// The language that the person chose; nil where nobody has.
  package let language: String?
  package let isVendor: Bool
  package let detail: JSONValue
  package let link: UUID?
  package let createdAt: Date
  /// How often it was tried, this time included.
  package let attempts: Int
  package let givesUpAt: Date
  /// Whether somebody still waits for it: the person's account is open, and its link was not used.
  package let isWanted: Bool

  package init(row: inout Row) throws {
    id = try row.next()
    kind = try row.code()
    recipient = try row.next()
    name = try row.next()
    language = try row.next(String?.self)
    isVendor = try row.next()
    detail = try JSONValue(parsing: try row.next(JSONB.self).text)
    link = try row.next(UUID?.self)
    createdAt = try row.next()
    attempts = try row.next()
    givesUpAt = try row.next()
    isWanted = try row.next()
  }

  /// Rows of `outbox_message m` and the account `u`; central administration has neither vendors nor proofs.
  static func columns(in realm: SignIn.Realm) -> SQL {
    let isVendor: SQL = realm == .central ? "false" : "u.vendor_id IS NOT NULL"
    let proof: SQL =
      realm == .central
      ? "" : "OR EXISTS (SELECT FROM email_proof p WHERE p.id = m.link_id AND p.used_at IS NULL)"
    return """
      m.id, m.kind, m.recipient, u.name, u.language, \(isVendor), m.detail, m.link_id, m.created_at, m.attempts,
      m.gives_up_at, u.active AND (m.link_id IS NULL
        OR EXISTS (SELECT FROM invitation i WHERE i.id = m.link_id AND i.used_at IS NULL) \(proof))
      """
  }
}

/// What a person was told, as a message lists it.
package struct ToldNotice: RowDecodable, Sendable {
  package let kind: NoticeKind
  package let subjectType: String
  package let subjectID: UUID
  package let detail: JSONValue

  package init(row: inout Row) throws {
    kind = try row.code()
    subjectType = try row.next()
    subjectID = try row.next()
    detail = try JSONValue(parsing: try row.next(JSONB.self).text)
  }
}
