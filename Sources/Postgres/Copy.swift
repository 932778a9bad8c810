import CLibPQ

extension Connection {
  /// A COPY may take longer than any statement of a request.
  private static let copyTimeout = Duration.seconds(300)
  /// Bytes that libpq is given at a time.
  private static let pieceSize = 64 * 1024

  /// `COPY (SELECT …) TO STDOUT`: hands each chunk on as it comes.
  package func copyOut(_ statement: SQL, _ receive: @Sendable ([UInt8]) throws -> Void) throws {
    try outsidePipeline { socket in
      let deadline = try start(statement, PGRES_COPY_OUT, socket)
      var stopped: (any Error)?
      while let chunk = try nextChunk(socket, deadline) {
        guard stopped == nil else { continue }  // the protocol must be read to its end
        do {
          try receive(chunk)
        } catch {
          stopped = error
          gate.cancelAtOnce()
        }
      }
      do { try finish(socket, deadline) } catch  where stopped != nil && !endsConnection(error) {}
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
      } catch  where !endsConnection(error) {
        try end(reason: "aborted by the client", socket, deadline)
        do { try finish(socket, deadline) } catch  where !endsConnection(error) {}
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
    if result.status == expected { return deadline }
    // A COPY the other way round would go on for ever.
    if [PGRES_COPY_IN, PGRES_COPY_OUT].contains(result.status) { throw socket.lost() }
    while let rest = try socket.nextResult(until: deadline) { PQclear(rest) }
    throw PostgresError(result)
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

  /// Piece by piece, each on its way before the next: libpq would put up all of it in memory.
  private func send(_ chunk: [UInt8], _ socket: Socket, _ deadline: ContinuousClock.Instant) throws {
    try chunk.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: Self.pieceSize) {
        let piece = bytes[start..<min(start + Self.pieceSize, bytes.count)]
        let characters = UnsafeRawBufferPointer(rebasing: piece).assumingMemoryBound(to: CChar.self)
        try put(socket, deadline) {
          PQputCopyData(socket.connection, characters.baseAddress, Int32(characters.count))
        }
      }
    }
  }

  private func end(reason: String?, _ socket: Socket, _ deadline: ContinuousClock.Instant) throws {
    try put(socket, deadline) { PQputCopyEnd(socket.connection, reason) }
  }

  /// Puts one message, waiting while libpq has no room for it, and sends it.
  private func put(_ socket: Socket, _ deadline: ContinuousClock.Instant, _ message: () -> Int32) throws {
    var taken = message()
    while taken == 0 {
      try socket.flush(until: deadline)
      taken = message()
    }
    guard taken == 1 else { throw socket.lost() }
    try socket.flush(until: deadline)
  }

  private func endsConnection(_ error: any Error) -> Bool {
    (error as? PostgresError)?.endsConnection == true
  }

  @discardableResult
  private func finish(_ socket: Socket, _ deadline: ContinuousClock.Instant) throws -> Int {
    var rows = 0
    var failure: PostgresError?
    while let pointer = try socket.nextResult(until: deadline) {
      let result = Result(pointer)
      if result.status == PGRES_COMMAND_OK {
        rows = result.affected
      } else {
        failure = failure ?? PostgresError(result)
      }
    }
    if let failure { throw failure }
    return rows
  }
}
