import EOrderRules
package import Foundation
package import Postgres

/// Sessions of signed-in people: rows with a hashed token, checked at every request.
package enum Sessions {
  /// A session ends this long after the last request, and at the latest this long after sign-in.
  package static let idleLimit: TimeInterval = 20 * 60
  package static let absoluteLimit: TimeInterval = 8 * 3600
  /// How long after it was proved who somebody is, what needs a fresh proof may be done (ASVS 5.0 7.5.1).
  package static let freshness: TimeInterval = 15 * 60
  /// `last_seen` is written at most this often.
  private static let seenPrecision: TimeInterval = 60

  /// Reads the actor of a token in a tenant's schema.
  package static func tenantActor(_ token: Secret, at now: Date) -> SQL {
    """
    SELECT s.id, s.last_seen, u.id, u.person, u.name, u.email, u.unit_id,
           coalesce(n.path, '{}'), u.vendor_id, u.certificate_number,
           to_char(u.certificate_until, 'YYYY-MM-DD'), \(ProvedAddress.condition("u")), \(Office.held(at: now)),
           \(SecondFactor.isSetUp("u")), s.proved_at
    FROM session s JOIN app_user u ON u.id = s.user_id LEFT JOIN unit n ON n.id = u.unit_id
    WHERE s.token_hash = \(token.hash) AND s.expires_at > \(now)
      AND s.last_seen > \(now - idleLimit) AND u.active
    """
  }

  /// Reads the actor of a token in the control schema: always a central administrator.
  package static func centralActor(_ token: Secret, at now: Date) -> SQL {
    """
    SELECT s.id, s.last_seen, u.id, u.email, u.name, u.email, NULL::uuid, '{}'::text[], NULL::uuid,
           NULL, NULL, true, ARRAY['central_admin'], \(SecondFactor.isSetUp("u")), s.proved_at
    FROM session s JOIN app_user u ON u.id = s.user_id
    WHERE s.token_hash = \(token.hash) AND s.expires_at > \(now)
      AND s.last_seen > \(now - idleLimit) AND u.active
    """
  }

  /// What the two statements above answer: the actor, and whether the session must be marked as seen.
  package static func actor(_ result: Result, at now: Date) throws -> (actor: Actor, mustTouch: Bool)? {
    guard let row = try result.first(SessionRow.self) else { return nil }
    return (row.actor, now.timeIntervalSince(row.lastSeen) > seenPrecision)
  }

  package static func touch(_ session: UUID, at now: Date) -> SQL {
    "UPDATE session SET last_seen = \(now) WHERE id = \(session)"
  }

  /// - Parameter machine: the machine's time: how fresh the proof is goes by it, so that a clock that is set forward
  ///   makes nobody prove it again.
  static func insert(
    _ id: UUID, user: UUID, token: Secret, at now: Date, machine instant: Date, userAgent: String?
  ) -> SQL {
    """
    INSERT INTO session (id, user_id, token_hash, created_at, last_seen, expires_at, user_agent, proved_at)
    VALUES (\(id), \(user), \(token.hash), \(now), \(now), \(now + absoluteLimit), \(userAgent), \(instant))
    """
  }

  /// Gives a session another token after somebody has proved once more who it is; the old token is dead.
  /// - Returns: a statement that answers when the session ends; no row where there is no such session.
  package static func renew(_ session: UUID, token: Secret, machine instant: Date) -> SQL {
    """
    UPDATE session SET token_hash = \(token.hash), proved_at = \(instant) WHERE id = \(session)
    RETURNING expires_at
    """
  }
}

private struct SessionRow: RowDecodable {
  let actor: Actor
  let lastSeen: Date

  init(row: inout Row) throws {
    let session = try row.next(UUID.self)
    lastSeen = try row.next()
    let (user, person) = (try row.next(UUID.self), try row.next(String.self))
    let (name, email) = (try row.next(String.self), try row.next(String.self))
    let unit = try row.next(UUID?.self)
    let path = try row.next(SQLArray<String>.self).elements
    let vendor = try row.next(UUID?.self)
    let certificate = try CompetenceCertificate(
      number: row.next(String?.self), until: row.next(String?.self).flatMap { Day($0) })
    let hasProvedEmail = try row.next(Bool.self)
    var actor = Actor(
      sessionID: session, userID: user, person: person, name: name, email: email,
      offices: try row.next(SQLArray<String>.self).elements.compactMap { Office(text: $0) }, unitID: unit,
      unitPath: path, vendorID: vendor, certificate: certificate, hasProvedEmail: hasProvedEmail)
    actor.hasSecondFactor = try row.next()
    let provedAt = try row.next(Date?.self)
    actor.isFreshlyProved = provedAt.map { Date().timeIntervalSince($0) < Sessions.freshness } ?? false
    self.actor = actor
  }
}
