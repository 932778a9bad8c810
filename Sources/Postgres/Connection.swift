import CLibPQ
import Foundation
package import Logging

/// One connection to PostgreSQL on a thread of its own.
///
/// Everything that touches libpq is synchronous on that thread, so a second statement can never start
/// in the middle of the first.
package actor Connection {
  /// How long one exchange may take; longer than the roles' `statement_timeout`.
  package static let exchangeTimeout = Duration.seconds(20)

  let thread: ConnectionThread
  let gate = CancellationGate()
  private let state = ConnectionState()
  private let notices: NoticeSink
  private let patience: Duration
  private var handle: OpaquePointer?
  private var prepared = PreparedStatements()
  private var broken = false { didSet { state.note(handle, broken: broken) } }

  package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private init(name: String, patience: Duration, logger: Logger) {
    thread = ConnectionThread(name: name)
    notices = NoticeSink(logger: logger)
    self.patience = patience
  }

  isolated deinit {
    if let handle { PQfinish(handle) }
    thread.stop()
  }

  /// Opens a connection and checks that it is who and where it should be.
  /// - Parameters:
  ///   - timeout: how long opening may take.
  ///   - patience: how long one exchange may take.
  /// - Throws: `PostgresError(.unreachable)`; the message never holds the password.
  package static func open(
    _ target: ConnectionTarget, timeout: Duration = .seconds(5),
    patience: Duration = Connection.exchangeTimeout, logger: Logger
  ) async throws -> Connection {
    let connection = Connection(name: "postgres", patience: patience, logger: logger)
    try await connection.connect(target, deadline: .now + timeout)
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
    do {
      try Socket(connection: opened).shakeHands(until: deadline)
      PQsetnonblocking(opened, 1)
      PQenterPipelineMode(opened)
      gate.opened(opened)
      try checkIdentity(target, deadline: deadline)
    } catch let error as PostgresError where error.endsConnection {
      throw PostgresError(.unreachable, message: error.message)
    }
    state.note(opened, broken: false)
  }

  private func checkIdentity(_ target: ConnectionTarget, deadline: ContinuousClock.Instant) throws {
    if target.expectedRole == nil && target.expectedSchema == nil { return }
    let results = try perform(["SELECT session_user::text, current_schema()::text"], deadline: deadline)
    guard let (role, schema) = try results[0].first(as: (String, String?).self),
      target.expectedRole == nil || role == target.expectedRole,
      target.expectedSchema == nil || schema == target.expectedSchema
    else {
      throw PostgresError(
        .unreachable, message: "the session is not \(target.expectedRole ?? "anybody") in its schema")
    }
  }

  /// Sends the statements as one pipeline and reads their results: one round trip.
  ///
  /// Cancelling the task cancels the statement on the server; pass `cancellable: false` for what must
  /// run to its end.
  package func exchange(_ statements: [SQL], cancellable: Bool = true) async throws -> [Result] {
    guard cancellable else { return try perform(statements, deadline: .now + patience) }
    let ticket = gate.ticket()
    defer { gate.discard(ticket) }
    return try await withTaskCancellationHandler {
      try runCancellable(statements, ticket)
    } onCancel: { [gate] in
      gate.cancel(ticket)
    }
  }

  private func runCancellable(_ statements: [SQL], _ ticket: CancellationGate.Ticket) throws -> [Result] {
    try Task.checkCancellation()
    try gate.begin(ticket)
    let outcome = Swift.Result { try perform(statements, deadline: .now + patience) }
    switch gate.end(ticket) {
    case .undisturbed: break
    case .overdue: broken = true
    case .cancelled:
      if case .failure(let error as PostgresError) = outcome, error.sqlState == SQLState.queryCanceled {
        throw CancellationError()
      }
    }
    return try outcome.get()
  }

  private func perform(_ statements: [SQL], deadline: ContinuousClock.Instant) throws -> [Result] {
    try use { socket in
      defer { state.note(handle, broken: broken) }
      var pipeline = Pipeline(socket: socket, deadline: deadline)
      return try pipeline.run(statements, prepared: &prepared)
    }
  }

  /// Sends the statements and COMMIT. Not cancellable: a client that left must not leave a doubt behind.
  /// - Throws: `PostgresError(.commitUnknown)` where no answer came.
  func commit(_ statements: [SQL]) throws {
    if broken { throw Self.closed }
    do {
      let tag = try perform(statements + ["COMMIT"], deadline: .now + patience).last?.commandTag
      if tag != "COMMIT" { throw PostgresError.failedTransaction }
    } catch let error as PostgresError where error.endsConnection {
      throw PostgresError(.commitUnknown, message: error.message)
    }
  }

  /// Runs `body` outside pipeline mode, as COPY and LISTEN's waiting need.
  func outsidePipeline<T>(_ body: (Socket) throws -> T) throws -> T {
    try use { socket in
      guard PQexitPipelineMode(socket.connection) == 1 else { throw socket.lost() }
      defer {
        PQenterPipelineMode(socket.connection)
        state.note(handle, broken: broken)
      }
      return try body(socket)
    }
  }

  /// - Throws: `PostgresError(.connectionLost)` once anything has gone wrong with the connection itself.
  private func use<T>(_ body: (Socket) throws -> T) throws -> T {
    guard let handle, !broken else { throw Self.closed }
    do {
      return try body(Socket(connection: handle))
    } catch let error as PostgresError where error.endsConnection {
      broken = true
      throw error
    }
  }

  private static var closed: PostgresError {
    PostgresError(.connectionLost, message: "the connection is closed")
  }

  /// Whether the connection may be lent again: open, in no transaction, silent.
  package nonisolated var isReusable: Bool { state.isReusable }

  /// Whether a transaction is open, failed or not.
  package nonisolated var isInTransaction: Bool { state.isInTransaction }

  /// Process number of the backend, for tests and the log.
  package var backend: Int32 { handle.map(PQbackendPID) ?? 0 }

  /// Closes at once; later use answers `connectionLost`.
  package func close() {
    let closing = handle
    handle = nil
    broken = true
    if let closing { PQfinish(closing) }
  }
}
