import Foundation
import Glibc
import Testing

@testable import Postgres

@Suite(.onServer, .serialized) struct NoticeTests {
  private func raise(_ text: String, _ connection: Connection) async throws {
    try await connection.execute(script: "DO $$ BEGIN RAISE WARNING '\(text)'; END $$")
  }

  @Test func goToTheLog() async throws {
    let log = CapturedLog()
    let connection = try await TestServer.connect(logger: log.logger)
    let text = TestServer.uniqueName("notice")
    try await raise(text, connection)
    #expect(log.text.contains("debug PostgreSQL notice"))
    #expect(log.text.contains(text))
  }

  @Test func doNotGoToStandardError() async throws {
    let connection = try await TestServer.connect()
    let text = TestServer.uniqueName("notice")
    let printed = try await standardError { try await raise(text, connection) }
    #expect(!printed.contains(text))
  }

  /// What came out of standard error meanwhile; it is printed afterwards all the same.
  private func standardError(_ body: () async throws -> Void) async throws -> String {
    let path = NSTemporaryDirectory() + TestServer.uniqueName("stderr")
    defer { unlink(path) }
    let file = open(path, O_RDWR | O_CREAT, 0o600)
    let kept = dup(STDERR_FILENO)
    dup2(file, STDERR_FILENO)
    do {
      try await body()
      write(STDERR_FILENO, "it is captured\n", 15)
    } catch {
      dup2(kept, STDERR_FILENO)
      throw error
    }
    dup2(kept, STDERR_FILENO)
    let printed = try String(contentsOfFile: path, encoding: .utf8)
    #expect(printed.contains("it is captured"))
    FileHandle.standardError.write(Data(printed.utf8))
    close(file)
    close(kept)
    return printed
  }
}
