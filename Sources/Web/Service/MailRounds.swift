package import Foundation
package import Logging
package import Mail
import Postgres
import Procurement
import Synchronization
package import Tenancy

/// Sends what waits in the provinces' outboxes, apart from all other work, so that a mail server that cannot be reached
/// delays nothing but mail.
package final class MailRounds: Sendable {
  /// How long everything waits after no server could be reached.
  private static let hold = Duration.seconds(10)

  private let postbox: Postbox
  private let sender: String
  private let tenants: TenantDatabase
  private let registry: TenantRegistry
  private let clock: ServiceClock
  private let url: @Sendable (Tenant) -> String?
  private let logger: Logger
  private let next = Mutex<[String: Date]>([:])
  /// Until when no server is tried; nil while one takes mail.
  private let held = Mutex<ContinuousClock.Instant?>(nil)

  /// - Parameters:
  ///   - sender: the address that messages are from.
  ///   - url: `https://` and the province's host, for links; nil while the service is not listening yet.
  package init(
    _ postbox: Postbox, sender: String, tenants: TenantDatabase, registry: TenantRegistry,
    clock: ServiceClock,
    url: @escaping @Sendable (Tenant) -> String?, logger: Logger
  ) {
    self.postbox = postbox
    self.sender = sender
    self.tenants = tenants
    self.registry = registry
    self.clock = clock
    self.url = url
    self.logger = logger
  }

  /// Something waits to be sent that may be due before what is known.
  package func wake(_ tenant: Tenant, at due: Date) {
    next.withLock { $0[tenant.slug] = min($0[tenant.slug] ?? due, due) }
  }

  /// Looks every quarter of a second in which provinces mail is due, until the task is cancelled.
  package func run() async {
    while (try? await Task.sleep(for: .milliseconds(250))) != nil {
      if let held = held.withLock({ $0 }), ContinuousClock.now < held { continue }
      for tenant in registry.tenants where tenant.state == .active {
        let due = next.withLock { $0[tenant.slug] ?? .distantPast }
        if due <= clock.now, await !roundOrLog(tenant) { break }
      }
    }
  }

  /// Tries everything that is due once, in every province.
  package func runAll() async {
    for tenant in registry.tenants where tenant.state == .active {
      guard await roundOrLog(tenant) else { return }
    }
  }

  /// - Returns: false where no server can be reached.
  private func roundOrLog(_ tenant: Tenant) async -> Bool {
    guard let url = url(tenant) else { return true }
    do {
      return try await round(tenant, LetterWriting(tenant: tenant, url: url, sender: sender))
    } catch {
      logger.warning("mail waits", metadata: ["tenant": "\(tenant.slug)", "error": "\(error)"])
      wake(tenant, at: clock.now + 5)
      return true
    }
  }

  private func round(_ tenant: Tenant, _ writing: LetterWriting) async throws -> Bool {
    next.withLock { $0[tenant.slug] = .distantFuture }
    var isReachable = true
    while isReachable {
      let letters = try await tenants.withConnection(tenant) { try await Outbox.take(at: clock.now, $0) }
      if letters.isEmpty { break }
      isReachable = try await send(letters, tenant, writing)
    }
    let due = try await tenants.withConnection(tenant) {
      try await $0.query(Outbox.nextDue).scalar(Date.self)
    }
    if let due { wake(tenant, at: due) }
    return isReachable
  }

  /// - Returns: false where no server can be reached; then the rest was given back.
  private func send(
    _ letters: [WaitingLetter], _ tenant: Tenant, _ writing: LetterWriting
  ) async throws -> Bool {
    for (index, letter) in letters.enumerated() {
      let delivery = try await deliver(letter, tenant, writing)
      guard let delivery else { continue }
      try await tenants.withConnection(tenant) {
        try await Outbox.note(delivery, of: letter, at: clock.now, $0)
      }
      guard reached(delivery) else {
        let rest = Array(letters[(index + 1)...])
        try await tenants.withConnection(tenant) { try await Outbox.giveBack(rest, until: clock.now, $0) }
        return false
      }
    }
    return true
  }

  /// - Returns: nil where nobody waits for the message any more.
  private func deliver(
    _ letter: WaitingLetter, _ tenant: Tenant, _ writing: LetterWriting
  ) async throws -> Delivery? {
    let notices =
      letter.kind == .notices
      ? try await tenants.withConnection(tenant) { try await Outbox.notices(of: letter, $0) } : []
    guard letter.isWanted, letter.kind != .notices || !notices.isEmpty else {
      try await tenants.withConnection(tenant) { try await Outbox.withdraw(letter, at: clock.now, $0) }
      return nil
    }
    guard let message = writing.message(letter, notices) else {
      return .refused("the address is none that mail can go to")
    }
    return await postbox.deliver(message)
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
