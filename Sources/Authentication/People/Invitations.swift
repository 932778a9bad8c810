package import Foundation
package import Postgres

/// One-time links by which a person sets the first password.
package enum Invitations {
  /// Links of officials live a week, those of central administrators and first administrators a day.
  package static let ordinaryLife: TimeInterval = 7 * 86_400
  package static let powerfulLife: TimeInterval = 86_400
  /// Links for a password that was lost.
  package static let resetLife: TimeInterval = 30 * 60

  package static func insert(_ secret: Secret, user: UUID, at now: Date, life: TimeInterval) -> SQL {
    """
    INSERT INTO invitation (id, user_id, token_hash, created_at, expires_at)
    VALUES (\(UUID.version7(at: now)), \(user), \(secret.hash), \(now), \(now + life))
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
