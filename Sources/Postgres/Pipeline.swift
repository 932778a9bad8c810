import CLibPQ

/// One pipelined batch on a connection: everything is sent, then everything is read.
struct Pipeline {
  /// PostgreSQL counts a statement's parameters in 16 bits.
  private static let parameterLimit = Int(UInt16.max)

  private enum Step {
    case deallocateAll
    case deallocate(PreparedStatements.Name)
    case prepare(PreparedStatements.Name)
    case execute
  }

  private let socket: Socket
  private let deadline: ContinuousClock.Instant
  private var steps: [Step] = []
  private var failure: PostgresError?

  init(socket: Socket, deadline: ContinuousClock.Instant) {
    self.socket = socket
    self.deadline = deadline
  }

  /// - Throws: the first statement's `PostgresError`; those after it were not carried out.
  mutating func run(_ statements: [SQL], prepared: inout PreparedStatements) throws -> [Result] {
    // Checked before the first byte goes out: half a batch would leave the connection out of step.
    guard statements.allSatisfy({ $0.parameters.count <= Self.parameterLimit }) else {
      throw PostgresError(.server, message: "more than 65,535 parameters; bind an array")
    }
    try send(statements.map(BoundStatement.init), prepared: &prepared)
    guard PQpipelineSync(socket.connection) == 1 else { throw socket.lost() }
    try socket.flush(until: deadline)
    let results = try receive(&prepared)
    guard let failure else { return results }
    if failure.meansStaleStatement { prepared.forgetAll() }
    throw failure
  }

  private mutating func send(_ statements: [BoundStatement], prepared: inout PreparedStatements) throws {
    // A failed transaction takes ROLLBACK and nothing else: neither PREPARE nor DEALLOCATE.
    if PQtransactionStatus(socket.connection) == PQTRANS_INERROR {
      for statement in statements { try sent(.execute, statement.sendUnprepared(on: socket.connection)) }
      return
    }
    if prepared.mustDeallocate { try sent(.deallocateAll, execute("DEALLOCATE ALL")) }
    var fresh: Set<PreparedStatements.Name> = []
    for statement in statements {
      if !prepared.use(statement.name) && fresh.insert(statement.name).inserted {
        try makeRoom(for: fresh.count, in: &prepared)
        try sent(.prepare(statement.name), statement.sendPrepare(on: socket.connection))
      }
      try sent(.execute, statement.sendExecute(on: socket.connection))
    }
  }

  private mutating func makeRoom(for fresh: Int, in prepared: inout PreparedStatements) throws {
    guard prepared.count + fresh > PreparedStatements.limit, let name = prepared.removeOldest() else {
      return
    }
    try sent(.deallocate(name), execute("DEALLOCATE \(name)"))
  }

  private func execute(_ text: String) -> Int32 {
    PQsendQueryParams(socket.connection, text, 0, nil, nil, nil, nil, 1)
  }

  private mutating func sent(_ step: Step, _ outcome: Int32) throws {
    guard outcome == 1 else { throw socket.lost() }
    steps.append(step)
  }

  private mutating func receive(_ prepared: inout PreparedStatements) throws -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(steps.count)
    do {
      for step in steps {
        let result = try receiveOne()
        switch step {
        case .deallocateAll: if result != nil { prepared.deallocated() }
        case .deallocate(let name): if result == nil { prepared.insert(name) }
        case .prepare(let name): if result != nil { prepared.insert(name) }
        case .execute: if let result { results.append(result) }
        }
      }
      try receiveSync()
    } catch let error as PostgresError {
      throw error.caused(by: failure)
    }
    return results
  }

  /// One step's result; nil where it failed or was skipped after a failure.
  private mutating func receiveOne() throws -> Result? {
    var kept: Result?
    while let pointer = try socket.nextResult(until: deadline) {
      let result = Result(pointer)
      switch result.status {
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK: kept = result
      case PGRES_PIPELINE_ABORTED: break
      default: failure = failure ?? PostgresError(result)
      }
    }
    return kept
  }

  private func receiveSync() throws {
    while true {
      let result = try socket.nextResult(until: deadline).map(Result.init)
      if result?.status == PGRES_PIPELINE_SYNC { return }
      if PQstatus(socket.connection) == CONNECTION_BAD { throw socket.lost() }
    }
  }
}
