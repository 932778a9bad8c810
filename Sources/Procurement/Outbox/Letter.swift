package import Foundation
package import Postgres
package import StrictJSON

/// A message to one person, put into the outbox in the transaction of its cause.
///
/// Words and links are made when it is sent, so nothing in it is a secret.
package struct Letter: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case invitation
    case passwordReset = "password_reset"
    case passwordChanged = "password_changed"
    case emailProof = "email_proof"
    /// To the address that was.
    case emailChanged = "email_changed"
    case bankAccountChanged = "bank_account_changed"
    case secondFactorOn = "second_factor_on"
    case secondFactorRenewed = "second_factor_renewed"
    case secondFactorOff = "second_factor_off"
    /// An administrator took the person's one-time codes away.
    case secondFactorReset = "second_factor_reset"
    case recoveryCodeUsed = "recovery_code_used"
    /// What a person was told on the pages and has not read there.
    case notices
  }

  /// How long a message is tried (RFC 5321 §4.5.4.1 asks for four to five days).
  package static let patience: TimeInterval = 5 * 86_400

  package let id: UUID
  fileprivate let kind: Kind
  fileprivate let user: UUID
  fileprivate let address: String
  fileprivate let detail: JSONValue
  fileprivate let link: UUID?
  fileprivate let givesUpAt: Date
  fileprivate let at: Date

  /// - Parameters:
  ///   - link: the invitation or proof whose link the message holds.
  ///   - end: when the message is of no use any more, as when its link ends.
  package init(
    _ kind: Kind, to user: UUID, at address: String, detail: [JSONMember] = [], link: UUID? = nil,
    until end: Date? = nil, now: Date
  ) {
    id = .version7(at: now)
    self.kind = kind
    self.user = user
    self.address = address
    self.detail = .object(detail)
    self.link = link
    givesUpAt = min(end ?? .distantFuture, now + Self.patience)
    at = now
  }

  package var insertion: SQL { [self].insertion }

  /// The statement that tells the owners of a vendor by another way than the pages, at their proved address and at the
  /// one that they had proved before: whoever took an account over has changed its address first.
  static func bankAccountChanged(of vendor: UUID, detail: [JSONMember], now: Date) -> SQL {
    """
    INSERT INTO outbox_message (id, user_id, recipient, kind, detail, created_at, due_at, gives_up_at)
    SELECT gen_random_uuid(), a.user_id, a.email, \(Kind.bankAccountChanged.rawValue),
      \(JSONB(JSONValue.object(detail).encoded)), \(now), \(now), \(now + patience)
    FROM (
      SELECT DISTINCT u.id AS user_id, p.email FROM app_user u, LATERAL (
        (SELECT e.email FROM email_proof e WHERE e.user_id = u.id AND e.used_at IS NOT NULL
         ORDER BY e.used_at DESC LIMIT 2)
        UNION SELECT u.email WHERE u.email_proved_at IS NOT NULL) p
      WHERE u.vendor_id = \(vendor) AND u.active
        AND EXISTS (SELECT FROM office_holding h WHERE h.user_id = u.id AND h.role = 'vendor_owner')
    ) a
    """
  }
}

extension [Letter] {
  /// The statement that puts these into the outbox together.
  package var insertion: SQL {
    """
    INSERT INTO outbox_message (id, user_id, recipient, kind, detail, link_id, created_at, due_at, gives_up_at)
    SELECT t.id, t.person, t.recipient, t.kind, t.detail::jsonb, nullif(t.link, '')::uuid, t.at::timestamptz,
      t.at::timestamptz, t.until::timestamptz
    FROM unnest(\(SQLArray(map(\.id))), \(SQLArray(map(\.user))), \(texts(\.address)), \(texts(\.kind.rawValue)),
      \(texts { String(decoding: $0.detail.encoded, as: UTF8.self) }), \(texts { $0.link?.lowercased ?? "" }),
      \(texts { RFC3339.text($0.at) }), \(texts { RFC3339.text($0.givesUpAt) }))
      AS t(id, person, recipient, kind, detail, link, at, until)
    """
  }

  private func texts(_ member: (Letter) -> String) -> SQLArray<String> { SQLArray(map(member)) }
}
