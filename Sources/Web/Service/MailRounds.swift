import Authentication
package import Foundation
package import Logging
package import Mail
import Postgres
import Procurement
import Synchronization
package import Tenancy

/// Sends what waits in the outboxes, apart from all other work, so that a mail server that cannot be reached delays
/// nothing but mail.
package final class MailRounds: Sendable {
  /// How long everything waits after no server could be reached.
  private static let hold = Duration.seconds(10)
  /// Central administration's outbox is looked into this often: commands of the operator write there too.
  private static let centralPause: TimeInterval = 2
  /// Every outbox is looked into at least this often, whatever is known.
  private static let longestPause: TimeInterval = 600

  private let postbox: Postbox
  private let sender: String
  private let tenants: TenantDatabase
  private let control: ControlDatabase
  private let registry: TenantRegistry
  private let clock: ServiceClock
  private let centralKey: LinkKey
  private let url: @Sendable (Tenant?) -> String?
  private let logger: Logger
  private let next = Mutex<[String: Date]>([:])
  /// Until when no server is tried; nil while one takes mail.
  private let held = Mutex<ContinuousClock.Instant?>(nil)

  /// Whose mail it is.
  private enum Box {
    case province(Tenant)
    case central

    /// No slug of a province.
    var name: String {
      switch self {
      case .province(let tenant): tenant.slug
      case .central: "admin"
      }
    }

    var tenant: Tenant? {
      guard case .province(let tenant) = self else { return nil }
      return tenant
    }
  }

  /// - Parameters:
  ///   - sender: the address that messages are from.
  ///   - centralKey: from which the links of central administrators follow.
  ///   - url: `https://` and the host of a province, or that of central administration, for links; nil while the
  ///     service is not listening yet.
  package init(
    _ postbox: Postbox, sender: String, tenants: TenantDatabase, control: ControlDatabase,
    registry: TenantRegistry, clock: ServiceClock, centralKey: LinkKey,
    url: @escaping @Sendable (Tenant?) -> String?, logger: Logger
  ) {
    self.postbox = postbox
    self.sender = sender
    self.tenants = tenants
    self.control = control
    self.registry = registry
    self.clock = clock
    self.centralKey = centralKey
    self.url = url
    self.logger = logger
  }

  /// Something waits to be sent that may be due before what is known.
  package func wake(_ tenant: Tenant, at due: Date) { wake(.province(tenant), at: due) }

  private func wake(_ box: Box, at due: Date) {
    next.withLock { $0[box.name] = min($0[box.name] ?? due, due) }
  }

  private var boxes: [Box] {
    [.central] + registry.tenants.filter { $0.state == .active }.map(Box.province)
  }

  /// Looks every quarter of a second where mail is due, until the task is cancelled.
  package func run() async {
    while (try? await Task.sleep(for: .milliseconds(250))) != nil {
      if let held = held.withLock({ $0 }), ContinuousClock.now < held { continue }
      for box in boxes {
        let due = next.withLock { $0[box.name] ?? .distantPast }
        if due <= clock.now, await !roundOrLog(box) { break }
      }
    }
  }

  /// Tries everything that is due once, everywhere; where no server can be reached, what is of no use any more is given
  /// up all the same.
  package func runAll() async {
    var isReachable = true
    for box in boxes { isReachable = await roundOrLog(box, sends: isReachable) && isReachable }
  }

  /// - Returns: false where no server can be reached.
  private func roundOrLog(_ box: Box, sends: Bool = true) async -> Bool {
    guard let url = url(box.tenant) else { return true }
    let writing =
      box.tenant.map { LetterWriting(tenant: $0, url: url, sender: sender) }
      ?? LetterWriting(centralKey: centralKey, url: url, sender: sender)
    do {
      return try await round(box, writing, sends: sends)
    } catch {
      logger.warning("mail waits", metadata: ["outbox": "\(box.name)", "error": "\(error)"])
      wake(box, at: clock.now + 5)
      return true
    }
  }

  private func round(_ box: Box, _ writing: LetterWriting, sends: Bool) async throws -> Bool {
    next.withLock { $0[box.name] = .distantFuture }
    try await lend(box) { [now = clock.now] transaction in
      for statement in Outbox.tidy(at: now) { transaction.enqueue(statement) }
    }
    var isReachable = true
    while sends, isReachable, let letter = try await take(box) {
      isReachable = try await send(letter, box, writing)
    }
    let due = try await lend(box) { try await $0.query(Outbox.nextDue).scalar(Date.self) }
    let latest = clock.now + (box.tenant == nil ? Self.centralPause : Self.longestPause)
    wake(box, at: min(due ?? latest, latest))
    return isReachable
  }

  private func take(_ box: Box) async throws -> WaitingLetter? {
    let (now, isCentral) = (clock.now, box.tenant == nil)
    return try await lend(box) { try await Outbox.take(in: isCentral ? .central : .tenant, at: now, $0) }
  }

  /// A transaction where the messages lie.
  private func lend<T: Sendable>(
    _ box: Box, _ work: (borrowing Transaction) async throws -> T
  ) async throws -> T {
    switch box {
    case .province(let tenant):
      try await tenants.withConnection(tenant) { try await $0.transaction(work) }
    case .central: try await control.withConnection { try await $0.transaction(work) }
    }
  }

  /// - Returns: false where no server can be reached.
  private func send(_ letter: WaitingLetter, _ box: Box, _ writing: LetterWriting) async throws -> Bool {
    let notices =
      letter.kind == .notices ? try await lend(box) { try await Outbox.notices(of: letter, $0) } : []
    guard letter.isWanted, letter.kind != .notices || !notices.isEmpty else {
      try await lend(box) { [now = clock.now] in $0.enqueue(Outbox.withdraw(letter, at: now)) }
      return true
    }
    let delivery: Delivery =
      if let message = writing.message(letter, notices) {
        await postbox.deliver(message)
      } else {
        .refused("the address is none that mail can go to")
      }
    try await lend(box) { [now = clock.now] in $0.enqueue(Outbox.note(delivery, of: letter, at: now)) }
    return reached(delivery)
  }

  /// Holds everything for a while where no server could be reached, and says so once.
  private func reached(_ delivery: Delivery) -> Bool {
    guard case .unreachable(let reason) = delivery else {
      held.withLock { $0 = nil }
      return true
    }
    let wasHeld = held.withLock { held in
      defer { held = ContinuousClock.now + Self.hold }
      return held != nil
    }
    if !wasHeld { logger.warning("no mail can be sent", metadata: ["reason": "\(reason)"]) }
    return false
  }
}
