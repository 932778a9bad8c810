package import Foundation
package import Postgres

/// Applies migrations to one schema, as the schema's owner.
package struct SchemaMigration: Sendable {
  /// More statements than this in one transaction reset the caches of every other backend of the server.
  private static let chunk = 10

  package let schema: String
  private let owner: String
  /// What `:role` stands for in the files: the runtime role.
  private let role: String
  private let set: MigrationSet

  package init(schema: String, owner: String, role: String, set: MigrationSet) {
    self.schema = schema
    self.owner = owner
    self.role = role
    self.set = set
  }

  package init(tenant slug: String, set: MigrationSet) {
    let names = TenantNames(slug: slug)
    self.init(schema: names.schema, owner: names.owner, role: names.role, set: set)
  }

  /// Brings a schema up to date in small transactions, each recorded, so that it goes on after a kill where
  /// it was. For a schema that nobody uses yet.
  package func build(_ connection: borrowing MigratorConnection, at now: Date) async throws {
    try await alone(connection) { connection in
      try await ensureBookkeeping(connection)
      for file in try await pending(connection) {
        try await build(file, connection, at: now)
      }
    }
  }

  private func build(_ file: MigrationFile, _ connection: borrowing MigratorConnection, at now: Date)
    async throws
  {
    let statements = StatementSplitter.split(text(of: file))
    for (index, start) in stride(from: 0, to: statements.count, by: Self.chunk).enumerated() {
      let part = statements[start..<min(start + Self.chunk, statements.count)]
      guard try await !isDone(connection, file, chunk: index) else { continue }
      try await apply(file, part + [recordChunk(file, index)], connection)
    }
    try await apply(file, [record(file, at: now)], connection)
  }

  /// Brings a schema that is in use up to date, each file whole or not at all.
  package func upgrade(_ connection: borrowing MigratorConnection, at now: Date) async throws {
    // What is pending is read when nobody else migrates this schema any more.
    try await alone(connection) { connection in
      let files = try await pending(connection)
      if files.isEmpty { return }
      try await ensureBookkeeping(connection)
      for file in files {
        try await apply(file, StatementSplitter.split(text(of: file)) + [record(file, at: now)], connection)
      }
    }
  }

  /// Applies what is pending and rolls it back: tells beforehand whether `upgrade` would fail.
  package func preflight(_ connection: borrowing MigratorConnection) async throws {
    if try await pending(connection).isEmpty { return }
    // Somebody else may be applying the very same.
    try await alone(connection) { connection in
      let files = try await pending(connection)
      try await LockPatience.retrying(connection) { try await rehearse(files, $0) }
    }
  }

  private func rehearse(_ files: [MigrationFile], _ connection: borrowing MigratorConnection) async throws {
    try await connection.execute(script: (["BEGIN"] + lead(lockTimeout: "100ms")).joined(separator: ";\n"))
    for file in files {
      let statements = StatementSplitter.split(text(of: file))
      if statements.isEmpty { continue }
      try await naming(file, connection) { try await $0.execute(script: statements.joined(separator: ";\n")) }
    }
    try await connection.execute(script: "ROLLBACK")
  }

  /// Files that this schema does not have yet.
  package func pending(_ connection: borrowing MigratorConnection) async throws -> [MigrationFile] {
    try set.pending(applied: try await applied(connection))
  }

  private func applied(
    _ connection: borrowing MigratorConnection
  ) async throws -> [(version: Int, sha256: String)] {
    // The catalogue, as names may only be looked up by who may use the schema.
    let exists = try await connection.query(
      """
      SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                     WHERE n.nspname = \(schema) AND c.relname = 'migration')
      """
    ).scalar(Bool.self)
    guard exists == true else { return [] }
    return try await connection.transaction { transaction in
      let rows = try await transaction.pipeline([
        "SELECT set_config('role', \(owner), true), set_config('search_path', \(quotedName(schema)), true)",
        "SELECT version, sha256 FROM migration WHERE chunk = -1 ORDER BY version",
      ])
      return try rows[1].rows(as: (Int, String).self).map { (version: $0.0, sha256: $0.1) }
    }
  }

  private func isDone(
    _ connection: borrowing MigratorConnection, _ file: MigrationFile, chunk: Int
  ) async throws -> Bool {
    try await connection.transaction { transaction in
      let rows = try await transaction.pipeline([
        "SELECT set_config('role', \(owner), true), set_config('search_path', \(quotedName(schema)), true)",
        "SELECT sha256 FROM migration WHERE version = \(file.version) AND chunk = \(chunk)",
      ])
      guard let sha256 = try rows[1].scalar(String.self) else { return false }
      guard sha256 == file.sha256 else { throw MigrationError.changed(file.name) }
      return true
    }
  }

  private func ensureBookkeeping(_ connection: borrowing MigratorConnection) async throws {
    let table = """
      CREATE TABLE IF NOT EXISTS migration (
        version integer NOT NULL, chunk integer NOT NULL, name text NOT NULL, sha256 text NOT NULL,
        applied_at timestamptz, PRIMARY KEY (version, chunk))
      """
    try await connection.execute(
      script: transaction([table, "GRANT SELECT ON migration TO \(quotedName(role))"], lockTimeout: "2s"))
  }

  private func text(of file: MigrationFile) -> String {
    file.sql.replacing(":role", with: quotedName(role))
  }

  private func recordChunk(_ file: MigrationFile, _ chunk: Int) -> String {
    """
    INSERT INTO migration (version, chunk, name, sha256)
    VALUES (\(file.version), \(chunk), \(quotedText(file.name)), \(quotedText(file.sha256)))
    """
  }

  private func record(_ file: MigrationFile, at now: Date) -> String {
    """
    INSERT INTO migration (version, chunk, name, sha256, applied_at)
    VALUES (\(file.version), -1, \(quotedText(file.name)), \(quotedText(file.sha256)),
      to_timestamp(\(now.microseconds) / 1000000.0))
    """
  }

  private func apply(
    _ file: MigrationFile, _ statements: [String], _ connection: borrowing MigratorConnection
  ) async throws {
    let script = transaction(statements, lockTimeout: file.lockTimeout)
    try await LockPatience.retrying(connection) { connection in
      try await naming(file, connection) { try await $0.execute(script: script) }
    }
  }

  /// A refusal of the server says in which file it was; a broken connection is no fault of the file.
  private func naming(
    _ file: MigrationFile, _ connection: borrowing MigratorConnection,
    _ body: (borrowing MigratorConnection) async throws -> Void
  ) async throws {
    do {
      try await body(connection)
    } catch let error as PostgresError where error.kind == .server && !error.isTransient {
      throw MigrationError.refused(file.name, error.message)
    }
  }

  private func transaction(_ statements: [String], lockTimeout: String) -> String {
    (["BEGIN"] + lead(lockTimeout: lockTimeout) + statements + ["COMMIT"]).joined(separator: ";\n")
  }

  private func lead(lockTimeout: String) -> [String] {
    [
      "SET LOCAL lock_timeout = '\(lockTimeout)'", "SET LOCAL statement_timeout = '300s'",
      "SELECT pg_advisory_xact_lock(hashtextextended(\(quotedText(lockName)), 0))",
      "SET LOCAL ROLE \(quotedName(owner))",
      "SET LOCAL search_path = \(quotedName(schema)), reference, pg_temp",
    ]
  }
}

extension SchemaMigration {
  private var lockName: String { "migration/" + schema }

  /// Runs work while no other process migrates this schema.
  private func alone(
    _ connection: borrowing MigratorConnection,
    _ body: (borrowing MigratorConnection) async throws -> Void
  ) async throws {
    try await LockPatience.retrying(connection) { connection in
      _ = try await connection.query("SELECT pg_advisory_lock(hashtextextended(\(lockName), 0))")
    }
    do {
      try await body(connection)
    } catch {
      _ = try? await connection.query("SELECT pg_advisory_unlock(hashtextextended(\(lockName), 0))")
      throw error
    }
    _ = try await connection.query("SELECT pg_advisory_unlock(hashtextextended(\(lockName), 0))")
  }
}
