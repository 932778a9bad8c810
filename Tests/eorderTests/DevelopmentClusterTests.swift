import Foundation
import Logging
import Testing

@testable import eorder

@Suite struct DevelopmentClusterTests {
  private let logger = Logger(label: "test")

  @Test func startedTwiceStoppedAndStartedAgain() async throws {
    let folder = try temporaryFolder()
    chmod(folder, 0o711)
    let first = try await DevelopmentCluster.start(in: folder, durability: .volatile, logger: logger)
    let socket = try #require(first.superuserURL().parameters["host"]) + "/.s.PGSQL.5432"
    #expect(FileManager.default.fileExists(atPath: socket) && socket.utf8.count < 100)
    await #expect(throws: ClusterError.self) {
      try await DevelopmentCluster.start(in: folder, durability: .volatile, logger: logger)
    }
    try await first.stop()
    #expect(!FileManager.default.fileExists(atPath: socket))
  }

  @Test func aDeadServerWithAForeignPidIsRecovered() async throws {
    let folder = try temporaryFolder()
    chmod(folder, 0o711)
    do {
      let cluster = try await DevelopmentCluster.start(in: folder, durability: .volatile, logger: logger)
      try await cluster.stop()
    }
    let home = try #require(try ClusterFolder(folder: folder).existing())
    try Data("\(getpid())\n\(home.data)\n".utf8).write(to: URL(filePath: home.pidFile))
    let cluster = try await DevelopmentCluster.start(in: folder, durability: .volatile, logger: logger)
    try await cluster.stop()
  }
}
