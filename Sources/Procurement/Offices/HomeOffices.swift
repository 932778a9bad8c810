import EOrderRules
import Foundation
import Postgres

/// The offices that an account holds where it works: the roles of `POST /users` and of the officials' file.
enum HomeOffices {
  /// Whether a holding is not over yet, whether or not it has begun.
  static func isOpen(_ holding: SQL, at now: Date) -> SQL {
    "(\(holding).until_at IS NULL OR \(holding).until_at > \(now))"
  }

  /// The roles of the account `u` as they are kept with it.
  static func roles(at now: Date) -> SQL {
    """
    ARRAY(SELECT DISTINCT r.role FROM office_holding r
      WHERE r.user_id = u.id AND r.at_home AND \(isOpen("r", at: now)) ORDER BY r.role)
    """
  }

  /// Gives an account those of the roles that it lacks; the entry of `audit` names them.
  static func grant(_ user: UUID, _ roles: Set<Role>, audit: UUID, at now: Date) -> SQL {
    let roles = roles.map(\.rawValue).sorted()
    return """
      INSERT INTO office_holding (id, user_id, role, granted_at, audit_id)
      SELECT t.id, \(user), t.role, \(now), \(audit)
      FROM unnest(\(SQLArray(roles.map { _ in UUID.version7(at: now) })), \(SQLArray(roles))) AS t(id, role)
      WHERE NOT EXISTS (
        SELECT FROM office_holding h
        WHERE h.user_id = \(user) AND h.role = t.role AND h.at_home AND \(isOpen("h", at: now)))
      """
  }

  /// Takes all others from an account, from the next request on.
  static func withdraw(_ user: UUID, except roles: Set<Role>, audit: UUID, at now: Date) -> SQL {
    """
    UPDATE office_holding h SET until_at = \(now), ended_at = \(now), end_audit_id = \(audit), version = version + 1
    WHERE h.user_id = \(user) AND h.at_home AND \(isOpen("h", at: now))
      AND h.role <> ALL (\(SQLArray(roles.map(\.rawValue))))
    """
  }
}
