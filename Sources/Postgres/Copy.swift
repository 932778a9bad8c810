import CLibPQ

extension Connection {
  /// A COPY may take longer than any statement of a request.
  private static let copyTimeout = Duration.seconds(300)

  /// `COPY (SELECT …) TO STDOUT`: hands each chunk on as it comes.
  package func copyOut(_ statement: SQL, _ receive: @Sendable ([UInt8]) throws -> Void) throws {
    try outsidePipeline { socket in
      let deadline = try start(statement, PGRES_COPY_OUT, socket)
      var stopped: (any Error)?
      while let chunk = try nextChunk(socket, deadline) {
        guard stopped == nil else { continue }  // the protocol must be read to its end
        do { try receive(chunk) } catch { stopped = error }
      }
      try finish(socket, deadline)
      if let stopped { throw stopped }
    }
  }

  /// `COPY … FROM STDIN`: asks for chunks until there is none; an error in `next` aborts the COPY.
  /// - Returns: rows that were taken.
  package func copyIn(_ statement: SQL, _ next: @Sendable () throws -> [UInt8]?) throws -> Int {
    try outsidePipeline { socket in
      let deadline = try start(statement, PGRES_COPY_IN, socket)
      do {
        while let chunk = try next() { try send(chunk, socket, deadline) }
      } catch {
        try end(reason: "aborted by the client", socket, deadline)
        _ = try? finish(socket, deadline)
        throw error
      }
      try end(reason: nil, socket, deadline)
      return try finish(socket, deadline)
    }
  }

  private func start(
    _ statement: SQL, _ expected: ExecStatusType, _ socket: Socket
  ) throws -> ContinuousClock.Instant {
    guard statement.parameters.isEmpty else {
      throw PostgresError(.server, message: "COPY binds no parameters")
    }
    guard PQsendQuery(socket.connection, statement.text) == 1 else { throw socket.lost() }
    let deadline = ContinuousClock.now + Self.copyTimeout
    try socket.flush(until: deadline)
    guard let pointer = try socket.nextResult(until: deadline) else { throw socket.lost() }
    let result = Result(pointer)
    guard PQresultStatus(result.pointer) == expected else {
      let error = PostgresError(result: pointer)
      while let rest = try socket.nextResult(until: deadline) { PQclear(rest) }
      throw error
    }
    return deadline
  }

  private func nextChunk(_ socket: Socket, _ deadline: ContinuousClock.Instant) throws -> [UInt8]? {
    while true {
      var buffer: UnsafeMutablePointer<CChar>?
      let length = PQgetCopyData(socket.connection, &buffer, 1)
      if let buffer, length > 0 {
        defer { PQfreemem(buffer) }
        return Array(UnsafeRawBufferPointer(start: buffer, count: Int(length)))
      }
      switch length {
      case 0:
        _ = try socket.wait(.read, until: deadline)
        try socket.consume()
      case -1: return nil
      default: throw socket.lost()
      }
    }
  }

  private func send(_ chunk: [UInt8], _ socket: Socket, _ deadline: ContinuousClock.Instant) throws {
    while true {
      let taken = chunk.withUnsafeBytes { bytes in
        PQputCopyData(
          socket.connection, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
      }
      if taken == 1 { return }
      guard taken == 0 else { throw socket.lost() }
      try socket.flush(until: deadline)
    }
  }

  private func end(reason: String?, _ socket: Socket, _ deadline: ContinuousClock.Instant) throws {
    while true {
      let taken = PQputCopyEnd(socket.connection, reason)
      if taken == 1 { break }
      guard taken == 0 else { throw socket.lost() }
      try socket.flush(until: deadline)
    }
    try socket.flush(until: deadline)
  }

  @discardableResult
  private func finish(_ socket: Socket, _ deadline: ContinuousClock.Instant) throws -> Int {
    var rows = 0
    var failure: PostgresError?
    while let pointer = try socket.nextResult(until: deadline) {
      let result = Result(pointer)
      if PQresultStatus(result.pointer) == PGRES_COMMAND_OK {
        rows = result.affected
      } else {
        failure = failure ?? PostgresError(result: pointer)
      }
    }
    if let failure { throw failure }
    return rows
  }
}
