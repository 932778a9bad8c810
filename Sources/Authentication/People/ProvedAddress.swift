package import Postgres

/// Whose e-mail address is known to be the person's own: that of a vendor's people once they have followed a link to
/// it, that of officials from the start, since their province vouches for it.
package enum ProvedAddress {
  /// - Parameter user: the name of the account's row.
  package static func condition(_ user: SQL) -> SQL {
    "(\(user).vendor_id IS NULL OR \(user).email_proved_at IS NOT NULL)"
  }
}
