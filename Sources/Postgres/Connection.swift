import CLibPQ
import Foundation
package import Logging

/// One connection to PostgreSQL on a thread of its own.
///
/// Everything that touches libpq is synchronous on that thread, so a second statement can never start
/// in the middle of the first.
package actor Connection {
  private let thread: ConnectionThread
  private let gate = CancellationGate()
  private let notices: NoticeSink
  private var handle: OpaquePointer?
  private var prepared = PreparedStatements()
  private var broken = false
  /// How long one exchange may take; longer than the roles' `statement_timeout`.
  package static let exchangeTimeout = Duration.seconds(20)

  package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private init(name: String, logger: Logger) {
    thread = ConnectionThread(name: name)
    notices = NoticeSink(logger: logger)
  }

  isolated deinit {
    if let handle { PQfinish(handle) }
    thread.stop()
  }

  /// Opens a connection and checks that it is who and where it should be.
  /// - Throws: `PostgresError(.unreachable)`; the message never holds the password.
  package static func open(
    _ target: ConnectionTarget, timeout: Duration = .seconds(5), logger: Logger
  ) async throws -> Connection {
    let connection = Connection(name: "postgres", logger: logger)
    try await connection.connect(target, deadline: .now + timeout)
    try await connection.checkIdentity(target)
    return connection
  }

  private func connect(_ target: ConnectionTarget, deadline: ContinuousClock.Instant) throws {
    let keywords =
      [
        ("client_encoding", "UTF8"), ("application_name", "eorder"), ("connect_timeout", "5"),
        ("tcp_user_timeout", "10000"), ("keepalives_idle", "10"), ("gssencmode", "disable"),
      ] + target.keywords
    let opened = withCStrings(keywords.map(\.0)) { names in
      withCStrings(keywords.map(\.1)) { values in PQconnectStartParams(names, values, 0) }
    }
    guard let opened else { throw PostgresError(.unreachable, message: "out of memory") }
    handle = opened
    notices.attach(to: opened)
    try handshake(opened, deadline: deadline)
    PQsetnonblocking(opened, 1)
    PQenterPipelineMode(opened)
    gate.opened(opened)
  }

  private func handshake(_ opened: OpaquePointer, deadline: ContinuousClock.Instant) throws {
    var interest = Socket.Readiness.write
    while true {
      if PQstatus(opened) == CONNECTION_BAD { throw unreachable(opened) }
      // The descriptor may change with every step, so the socket is asked anew each time.
      _ = try Socket(connection: opened).wait(interest, until: deadline)
      switch PQconnectPoll(opened) {
      case PGRES_POLLING_OK: return
      case PGRES_POLLING_READING: interest = .read
      case PGRES_POLLING_WRITING: interest = .write
      default: throw unreachable(opened)
      }
    }
  }

  private func unreachable(_ opened: OpaquePointer) -> PostgresError {
    PostgresError(.unreachable, message: String(cString: PQerrorMessage(opened)))
  }

  private func checkIdentity(_ target: ConnectionTarget) throws {
    guard let role = target.expectedRole else { return }
    let results = try perform(
      ["SELECT session_user::text, current_schema()::text"], deadline: .now + Self.exchangeTimeout)
    guard let (actual, schema) = try results[0].first(as: (String, String?).self), actual == role,
      target.expectedSchema == nil || schema == target.expectedSchema
    else { throw PostgresError(.unreachable, message: "the session is not \(role) in its schema") }
  }

  /// Sends the statements as one pipeline and reads their results: one round trip.
  ///
  /// Cancelling the task cancels the statement on the server; pass `cancellable: false` for what must
  /// run to its end.
  package func exchange(_ statements: [SQL], cancellable: Bool = true) async throws -> [Result] {
    guard cancellable else { return try perform(statements, deadline: .now + Self.exchangeTimeout) }
    let ticket = gate.ticket()
    defer { gate.discard(ticket) }
    return try await withTaskCancellationHandler {
      try await runCancellable(statements, ticket)
    } onCancel: { [gate] in
      gate.cancel(ticket)
    }
  }

  private func runCancellable(_ statements: [SQL], _ ticket: CancellationGate.Ticket) async throws -> [Result] {
    try Task.checkCancellation()
    try gate.begin(ticket)
    let outcome = Swift.Result { try perform(statements, deadline: .now + Self.exchangeTimeout) }
    let cancelled = gate.end(ticket)
    if cancelled, case .failure(let error as PostgresError) = outcome, error.sqlState == SQLState.queryCanceled {
      throw CancellationError()
    }
    return try outcome.get()
  }

  private func perform(_ statements: [SQL], deadline: ContinuousClock.Instant) throws -> [Result] {
    guard let handle, !broken else { throw PostgresError(.connectionLost, message: "the connection is closed") }
    do {
      var pipeline = Pipeline(socket: Socket(connection: handle), deadline: deadline)
      return try pipeline.run(statements, prepared: &prepared)
    } catch let error as PostgresError where error.kind != .server && error.sqlState.isEmpty {
      broken = true
      throw error
    } catch {
      if PQstatus(handle) == CONNECTION_BAD { broken = true }
      throw error
    }
  }

  /// Whether the connection may be lent again: open, in no transaction, silent.
  package var isReusable: Bool {
    guard let handle, !broken else { return false }
    return PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
      && !Socket(connection: handle).hasUnexpectedInput
  }

  /// Whether a transaction is open, failed or not.
  package var isInTransaction: Bool {
    guard let handle, !broken else { return false }
    return PQtransactionStatus(handle) != PQTRANS_IDLE
  }

  /// Process number of the backend, for tests and the log.
  package var backend: Int32 { handle.map(PQbackendPID) ?? 0 }

  /// Runs `body` outside pipeline mode, as COPY and LISTEN's waiting need.
  func outsidePipeline<T>(_ body: (Socket) throws -> T) throws -> T {
    guard let handle, !broken, PQexitPipelineMode(handle) == 1 else {
      throw PostgresError(.connectionLost, message: "the connection is closed")
    }
    defer { PQenterPipelineMode(handle) }
    do {
      return try body(Socket(connection: handle))
    } catch let error as PostgresError where error.kind == .connectionLost || error.sqlState.isEmpty {
      broken = true
      throw error
    }
  }

  /// Closes at once; later use answers `connectionLost`.
  package func close() {
    broken = true
    if let handle { PQfinish(handle) }
    handle = nil
  }
}

/// Calls `body` with a NULL-terminated array of C strings.
func withCStrings<T>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T) -> T {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  let pointers = copies.map { UnsafePointer($0) } + [nil]
  return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
}
