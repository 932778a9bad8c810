/// Whether a cluster survives a crash of the machine.
enum ClusterDurability: Sendable {
  case durable
  /// For tests: a crash of the machine, though not of PostgreSQL, may destroy the cluster.
  case volatile
}

/// How the server of a cluster is started; all its settings are in the command line, so that two starts
/// with the same settings have the same one.
struct ServerCommand: Sendable {
  let programs: PostgreSQLPrograms
  let home: ClusterHome
  let clusterName: String
  let socketFolder: String
  let durability: ClusterDurability

  /// The absolute path of `postgres` and its arguments.
  var arguments: [String] {
    [programs.postgres, "-D", home.data] + settings.flatMap { ["-c", "\($0)=\($1)"] }
  }

  private var settings: [(String, String)] {
    let settings = [
      ("cluster_name", clusterName),
      ("listen_addresses", ""),
      ("unix_socket_directories", socketFolder),
      ("unix_socket_permissions", "0700"),
      ("port", "5432"),
      ("max_connections", "100"),
      ("max_locks_per_transaction", "256"),
      ("shared_buffers", "128MB"),
      ("wal_level", "replica"),
      ("password_encryption", "scram-sha-256"),
      ("timezone", "UTC"),
      ("log_timezone", "UTC"),
      ("log_line_prefix", "%m [%p] %q%u@%d "),
      ("jit", "off"),
    ]
    switch durability {
    case .durable: return settings
    case .volatile:
      return settings + [("fsync", "off"), ("synchronous_commit", "off"), ("full_page_writes", "off")]
    }
  }
}
