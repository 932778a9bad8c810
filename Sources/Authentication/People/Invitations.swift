package import Foundation
package import Postgres

/// One-time links by which a person sets the first password.
package enum Invitations {
  /// Links of officials live a week, those of central administrators and first administrators a day.
  package static let ordinaryLife: TimeInterval = 7 * 86_400
  package static let powerfulLife: TimeInterval = 86_400
  /// Links for a password that was lost.
  package static let resetLife: TimeInterval = 30 * 60

  /// - Parameter isMailOnly: whether nobody but the owner of the address gets the link; only in a tenant's schema.
  package static func insert(
    _ secret: Secret, id: UUID, user: UUID, at now: Date, life: TimeInterval, isMailOnly: Bool = false
  ) -> SQL {
    if isMailOnly {
      return """
        INSERT INTO invitation (id, user_id, token_hash, created_at, expires_at, mail_only)
        VALUES (\(id), \(user), \(secret.hash), \(now), \(now + life), true)
        """
    }
    return """
      INSERT INTO invitation (id, user_id, token_hash, created_at, expires_at)
      VALUES (\(id), \(user), \(secret.hash), \(now), \(now + life))
      """
  }

  /// The user of a link that was neither used nor is too old; locks it.
  package static func find(_ secret: Secret, at now: Date) -> SQL {
    """
    SELECT i.id, u.id, u.email, u.name FROM invitation i JOIN app_user u ON u.id = i.user_id
    WHERE i.token_hash = \(secret.hash) AND i.used_at IS NULL AND i.expires_at > \(now) AND u.active
    FOR UPDATE OF i
    """
  }

  /// Whoever followed a link that was given by mail alone has the address.
  package static func proveAddress(by invitation: UUID, of user: UUID, at now: Date) -> SQL {
    """
    UPDATE app_user SET email_proved_at = \(now)
    WHERE id = \(user) AND email_proved_at IS NULL
      AND EXISTS (SELECT FROM invitation WHERE id = \(invitation) AND mail_only)
    """
  }

  package static func use(_ invitation: UUID, at now: Date) -> SQL {
    "UPDATE invitation SET used_at = \(now) WHERE id = \(invitation)"
  }

  /// A new password ends every session of its user.
  package static func setPassword(_ hash: String, user: UUID) -> [SQL] {
    [
      "UPDATE app_user SET password_hash = \(hash), version = version + 1 WHERE id = \(user)",
      "DELETE FROM session WHERE user_id = \(user)",
    ]
  }
}
