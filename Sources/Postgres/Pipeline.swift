import CLibPQ

/// One pipelined batch on a connection: everything is sent, then everything is read.
struct Pipeline {
  let socket: Socket
  let deadline: ContinuousClock.Instant

  private enum Step {
    case deallocate
    case prepare(name: String)
    case execute
  }

  private var steps: [Step] = []
  private var failure: PostgresError?

  init(socket: Socket, deadline: ContinuousClock.Instant) {
    self.socket = socket
    self.deadline = deadline
  }

  /// - Throws: the first statement's `PostgresError`; those after it were not carried out.
  mutating func run(_ statements: [SQL], prepared: inout PreparedStatements) throws -> [Result] {
    prepared.forgetIfFull()
    if prepared.mustDeallocate { try deallocate() }
    var sent: Set<String> = []
    for statement in statements { try send(statement, prepared: prepared, sent: &sent) }
    guard PQpipelineSync(socket.connection) == 1 else { throw socket.lost() }
    try socket.flush(until: deadline)
    let results = try receive(&prepared)
    if let failure {
      if [SQLState.featureNotSupported, SQLState.undefinedStatement].contains(failure.sqlState) {
        prepared.forgetAll()
      }
      throw failure
    }
    return results
  }

  private mutating func deallocate() throws {
    guard PQsendQueryParams(socket.connection, "DEALLOCATE ALL", 0, nil, nil, nil, nil, 1) == 1 else {
      throw socket.lost()
    }
    steps.append(.deallocate)
  }

  private mutating func send(
    _ statement: SQL, prepared: PreparedStatements, sent: inout Set<String>
  ) throws {
    let text = statement.text
    let parameters = statement.parameters
    guard parameters.count <= Int(UInt16.max) else {
      throw PostgresError(.server, message: "more than 65,535 parameters; bind an array")
    }
    let name = PreparedStatements.name(of: text)
    if !prepared.contains(name) && sent.insert(name).inserted {
      let types = parameters.map { Oid($0.oid) }
      guard PQsendPrepare(socket.connection, name, text, Int32(types.count), types) == 1 else {
        throw socket.lost()
      }
      steps.append(.prepare(name: name))
    }
    guard execute(name, parameters) == 1 else { throw socket.lost() }
    steps.append(.execute)
  }

  /// All parameter bytes stand in one buffer; libpq gets pointers into it.
  private func execute(_ name: String, _ parameters: [Parameter]) -> Int32 {
    var buffer: [UInt8] = [0]  // never empty: a zero-length value still needs a pointer
    var offsets: [Int?] = []
    for parameter in parameters {
      offsets.append(parameter.bytes == nil ? nil : buffer.count)
      buffer += parameter.bytes ?? []
    }
    buffer.append(0)
    let lengths = parameters.map { Int32($0.bytes?.count ?? 0) }
    let formats = [Int32](repeating: 1, count: parameters.count)
    return buffer.withUnsafeBytes { bytes in
      let values = offsets.map { offset in
        offset.map { bytes.baseAddress!.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
      }
      return PQsendQueryPrepared(
        socket.connection, name, Int32(parameters.count), values, lengths, formats, 1)
    }
  }

  private mutating func receive(_ prepared: inout PreparedStatements) throws -> [Result] {
    var results: [Result] = []
    for step in steps {
      let result = try receiveOne()
      switch step {
      case .deallocate: if result != nil { prepared.deallocated() }
      case .prepare(let name): if result != nil { prepared.insert(name) }
      case .execute: if let result { results.append(result) }
      }
    }
    try receiveSync()
    return results
  }

  /// One step's result; nil where it failed or was skipped after a failure.
  private mutating func receiveOne() throws -> Result? {
    var kept: Result?
    while let pointer = try socket.nextResult(until: deadline) {
      let result = Result(pointer)
      switch PQresultStatus(pointer) {
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK: kept = result
      case PGRES_PIPELINE_ABORTED: break
      default: failure = failure ?? PostgresError(result: pointer)
      }
    }
    return kept
  }

  private func receiveSync() throws {
    while true {
      guard let pointer = try socket.nextResult(until: deadline) else {
        if PQstatus(socket.connection) == CONNECTION_BAD { throw failure ?? socket.lost() }
        continue
      }
      let result = Result(pointer)
      if PQresultStatus(result.pointer) == PGRES_PIPELINE_SYNC { return }
      if PQstatus(socket.connection) == CONNECTION_BAD { throw failure ?? socket.lost() }
    }
  }
}
