import Postgres

/// Which accounts sign in with one-time codes, compared with the entries that tell of it: nobody slips a phone of their
/// own under somebody's account, nor takes one away.
enum SecondFactorFacts {
  static let all = [factors, missing]

  private static let factors: SQL = """
    SELECT e.audit_id, 'the second factor is told otherwise'
    FROM second_factor e LEFT JOIN audit_entry a ON a.id = e.audit_id
    WHERE e.confirmed_at IS NOT NULL AND (a.id IS NULL OR a.subject_id <> e.user_id::text OR a.at <> e.confirmed_at
      OR a.action NOT IN ('user.set-up-second-factor', 'user.renew-second-factor'))
    ORDER BY e.confirmed_at LIMIT 1
    """

  /// Whose last entry says that there is a factor has one.
  private static let missing: SQL = """
    SELECT x.id, 'its second factor was removed' FROM (
      SELECT DISTINCT ON (a.subject_id) a.id, a.subject_id, a.action, a.at FROM audit_entry a
      WHERE a.action IN ('user.set-up-second-factor', 'user.renew-second-factor', 'user.remove-second-factor',
        'user.reset-second-factor')
      ORDER BY a.subject_id, a.at DESC, a.id DESC
    ) x
    WHERE x.action IN ('user.set-up-second-factor', 'user.renew-second-factor')
      AND NOT EXISTS (SELECT FROM second_factor f WHERE f.user_id::text = x.subject_id AND f.audit_id = x.id)
    ORDER BY x.at LIMIT 1
    """
}
