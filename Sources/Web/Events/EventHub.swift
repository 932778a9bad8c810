import Authentication
import Foundation
package import Logging
import Postgres
import Procurement
import Synchronization
package import Tenancy

/// Tells open streams what happens, without a connection of their own: one look in a province serves all its streams.
///
/// What is written here rings at once; what other processes write is heard by NOTIFY, which is only a hint, so that
/// every province with streams is looked at now and then all the same.
package final class EventHub: Sendable {
  /// Streams of one person, and of the whole process.
  static let perPerson = 6
  static let perProcess = 4096
  private static let beat = Duration.seconds(15)

  private struct State {
    var subscribers: [UUID: EventSubscriber] = [:]
    /// Provinces in which something was written, by this process and by others.
    var ringing: Set<String> = []
    var heard: Set<String> = []
  }

  private let tenants: TenantDatabase
  private let control: ControlDatabase
  private let registry: TenantRegistry
  private let clock: ServiceClock
  private let logger: Logger
  private let state = Mutex(State())

  package init(
    tenants: TenantDatabase, control: ControlDatabase, registry: TenantRegistry, clock: ServiceClock,
    logger: Logger
  ) {
    self.tenants = tenants
    self.control = control
    self.registry = registry
    self.clock = clock
    self.logger = logger
  }

  /// Something was written for a tenant by this process.
  package func ring(_ tenant: Tenant) { state.withLock { _ = $0.ringing.insert(tenant.slug) } }

  /// Another process says so, by the tenant's number; nil where messages may have been lost.
  package func hear(_ number: String?) {
    let slugs = registry.tenants.filter { number == nil || String($0.number) == number }.map(\.slug)
    state.withLock { $0.heard.formUnion(slugs) }
  }

  /// Opens a stream for somebody who is signed in.
  /// - Parameters:
  ///   - last: the notice after which the stream goes on.
  ///   - isPage: a page's stream takes the place of the person's oldest, whose page may have been left already.
  /// - Throws: 429 where the person has too many open.
  func open(
    _ caller: Caller, in language: Language, after last: UUID?, atMost life: Duration? = nil,
    isPage: Bool = false
  ) async throws -> EventFeed {
    let (user, session, tenant) = (caller.actor.userID, caller.actor.sessionID, caller.tenant)
    let (found, missed) = try await tenants.withConnection(tenant) { lease in
      let missed =
        if let last { try await FollowNotices.missed(by: user, after: last, lease) } else { [NoticeRow]() }
      let look = FollowNotices(users: [user], sessions: [session], at: clock.now)
      return (try await look(lease), missed)
    }
    let (pieces, sink) = AsyncStream<[UInt8]>.makeStream(
      bufferingPolicy: .bufferingOldest(EventFeed.buffered * 5))
    let unread = found.unread[user] ?? 0
    let told = (missed + found.notices.map { $0.notice }).map { ($0.id, $0.at) }
    let subscriber = EventSubscriber(
      slug: tenant.slug, user: user, session: session, language: language, sink: sink,
      told: Dictionary(told) { first, _ in first }, unread: unread,
      ends: life.map { .now + $0 })
    let id = UUID.version7(at: Date())
    var left: EventSubscriber?
    try state.withLock { state in
      let own = state.subscribers.filter { $0.value.user == user && $0.value.slug == tenant.slug }.map(\.key)
      if isPage, own.count >= Self.perPerson, let oldest = own.min(by: { $0.uuidString < $1.uuidString }) {
        left = state.subscribers.removeValue(forKey: oldest)
      }
      guard left != nil || own.count < Self.perPerson, state.subscribers.count < Self.perProcess else {
        throw Problem.tooMany(retryAfter: 30)
      }
      state.subscribers[id] = subscriber
      // What came between the look and now is found by the next.
      state.heard.insert(tenant.slug)
    }
    left?.sink.finish()
    sink.yield(EventPiece.retry)
    for notice in missed { sink.yield(EventPiece.notification(notice, in: language)) }
    sink.yield(EventPiece.unread(unread))
    return EventFeed(pieces: pieces) { [weak self] in self?.close(id) }
  }

  private func close(_ id: UUID) {
    state.withLock { $0.subscribers.removeValue(forKey: id) }?.sink.finish()
  }

  /// Looks four times a second where something rang, until the task is cancelled; then all streams end.
  package func run() async {
    var nextBeat = ContinuousClock.now + Self.beat
    while (try? await Task.sleep(for: .milliseconds(250))) != nil {
      endSuspended()
      let now = ContinuousClock.now
      end { $0.ends.map { $0 <= now } ?? false }
      let isBeat = ContinuousClock.now >= nextBeat
      if isBeat { nextBeat = .now + Self.beat }
      let (ringing, wanted) = state.withLock { state in
        defer { (state.ringing, state.heard) = ([], []) }
        let open = Set(state.subscribers.values.map(\.slug))
        return (state.ringing, isBeat ? open : open.intersection(state.ringing.union(state.heard)))
      }
      await tellOthers(ringing)
      for slug in wanted { await lookOrLog(slug) }
      if isBeat {
        let open = state.withLock { Array($0.subscribers.values) }
        for subscriber in open { subscriber.sink.yield(EventPiece.heartbeat) }
      }
    }
    for id in state.withLock({ Array($0.subscribers.keys) }) { close(id) }
  }

  private func endSuspended() {
    let open = state.withLock { Set($0.subscribers.values.map(\.slug)) }
    for slug in open where registry.tenant(slug: slug)?.state != .active { end { $0.slug == slug } }
  }

  private func end(_ isOver: (EventSubscriber) -> Bool) {
    let over = state.withLock { $0.subscribers.filter { isOver($0.value) }.map(\.key) }
    for id in over { close(id) }
  }

  /// A hint that names nothing but numbers.
  private func tellOthers(_ slugs: Set<String>) async {
    let numbers = slugs.compactMap { registry.tenant(slug: $0)?.number }
    guard !numbers.isEmpty else { return }
    do {
      try await control.withConnection { lease in
        for number in numbers {
          _ = try await lease.query("SELECT pg_notify('tenant_work', \(String(number)))")
        }
      }
    } catch {
      logger.debug("other processes hear later", metadata: ["error": "\(error)"])
    }
  }

  private func lookOrLog(_ slug: String) async {
    do {
      try await look(slug)
    } catch {
      logger.debug("events wait", metadata: ["tenant": "\(slug)", "error": "\(error)"])
      state.withLock { _ = $0.heard.insert(slug) }
    }
  }

  private func look(_ slug: String) async throws {
    guard let tenant = registry.tenant(slug: slug) else { return }
    let open = state.withLock { $0.subscribers.filter { $0.value.slug == slug } }
    let look = FollowNotices(
      users: Array(Set(open.values.map(\.user))), sessions: open.values.map(\.session), at: clock.now)
    let found = try await tenants.withConnection(tenant) { try await look($0) }
    let notices = Dictionary(grouping: found.notices) { $0.user }
    for (id, subscriber) in open {
      guard found.openSessions.contains(subscriber.session) else {
        close(id)
        continue
      }
      tell(id, (notices[subscriber.user] ?? []).map { $0.notice }, unread: found.unread[subscriber.user] ?? 0)
    }
  }

  /// One whose reader is too slow loses the stream.
  private func tell(_ id: UUID, _ notices: [NoticeRow], unread: Int) {
    let now = clock.now
    let isHeard = state.withLock { $0.subscribers[id]?.tell(notices, unread: unread, at: now) ?? true }
    if !isHeard { close(id) }
  }
}
