import Foundation
import Synchronization
import Testing

@testable import Postgres

/// What a listener heard.
private final class Heard: Sendable {
  private let notifications = Mutex<[Postgres.Notification]>([])

  func add(_ notification: Postgres.Notification) { notifications.withLock { $0.append(notification) } }

  func contains(_ notification: Postgres.Notification) -> Bool {
    notifications.withLock { $0.contains(notification) }
  }

  /// Payloads that begin so; other tests may be talking on the same channels.
  func payloads(_ prefix: String) -> [String] {
    notifications.withLock { heard in
      heard.compactMap {
        if case .message(_, let payload) = $0, payload.hasPrefix(prefix) { payload } else { nil }
      }
    }
  }
}

@Suite(.onServer, .timeLimit(.minutes(5))) struct ListenTests {
  private let name = TestServer.uniqueName("listen")

  private func listen(
    _ channels: [Channel], _ body: (Heard, Connection) async throws -> Void
  ) async throws {
    let speaker = try await TestServer.connect()
    let heard = Heard()
    let listener = Listener(
      try TestServer.target([("application_name", name)]), channels: channels, logger: .silent)
    let task = Task { await listener.run { heard.add($0) } }
    try await eventually("nobody listened") {
      try await speaker.value(
        Bool.self,
        """
        SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = \(name) AND state = 'idle'
          AND query LIKE 'LISTEN%')
        """)
    }
    try await body(heard, speaker)
    task.cancel()
    await task.value
  }

  private func say(_ channel: Channel, _ payload: String, _ speaker: Connection) async throws {
    _ = try await speaker.run("SELECT pg_notify(\(channel.rawValue), \(payload))::text")
  }

  @Test func hearsItsChannelsOnly() async throws {
    try await listen([.tenantChanged]) { heard, speaker in
      try await say(.tenantWork, "\(name) other", speaker)
      try await say(.tenantChanged, "\(name) mine", speaker)
      try await eventually("not heard") { !heard.payloads(name).isEmpty }
      #expect(heard.contains(.message(channel: "tenant_changed", payload: "\(name) mine")))
      #expect(heard.payloads(name) == ["\(name) mine"])
    }
  }

  @Test func hearsInOrderAndManyAtOnce() async throws {
    try await listen([.tenantChanged, .tenantWork]) { heard, speaker in
      let all = (0..<500).map { "\(name) \($0)" }
      try await speaker.transaction { transaction in
        for payload in all { transaction.enqueue("SELECT pg_notify('tenant_work', \(payload))::text") }
      }
      try await eventually("not all were heard") { heard.payloads(name).count == all.count }
      #expect(heard.payloads(name) == all)
    }
  }

  @Test func comesBackAndSaysThatItWasAway() async throws {
    try await listen([.tenantWork]) { heard, speaker in
      _ = try await speaker.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = \(name)")
      try await eventually("it did not come back") { heard.contains(.reconnected) }
      try await say(.tenantWork, "\(name) again", speaker)
      try await eventually("not heard after coming back") { heard.payloads(name) == ["\(name) again"] }
    }
  }

  @Test func whatCameWithAnAnswerIsNotKeptBack() async throws {
    let connection = try await TestServer.connect()
    _ = try await connection.exchange(["LISTEN tenant_work"])
    _ = try await connection.run("SELECT pg_notify('tenant_work', \(name))::text")
    var payloads: [String] = []
    for _ in 0..<10 where !payloads.contains(name) {
      for case .message(_, let payload) in try await connection.notifications(within: .milliseconds(500)) {
        payloads.append(payload)
      }
    }
    #expect(payloads.contains(name))
  }

  @Test func endsWhenItsTaskDoes() async throws {
    let start = ContinuousClock.now
    try await listen([.tenantWork]) { _, _ in }
    #expect(ContinuousClock.now - start < .seconds(60))
    let observer = try await TestServer.connect()
    try await eventually("its connection stayed") {
      try await observer.value(
        Int.self, "SELECT count(*) FROM pg_stat_activity WHERE application_name = \(name)") == 0
    }
  }

  @Test func keepsTryingWhereNobodyAnswers() async throws {
    let log = CapturedLog()
    let target = ConnectionTarget(keywords: [("host", "/nowhere"), ("user", "x"), ("password", "s3cret")])
    let listener = Listener(target, channels: [.tenantWork], logger: log.logger)
    let task = Task { await listener.run { _ in } }
    try await eventually("it gave up") { log.text.components(separatedBy: "unreachable").count > 2 }
    task.cancel()
    await task.value
    #expect(!log.text.contains("s3cret"))
  }
}
