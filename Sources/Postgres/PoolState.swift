import OrderedCollections

/// Whose connections: one login role at one epoch of its password.
package struct PoolKey: Hashable, Sendable {
  package let role: String
  package let epoch: Int

  package init(role: String, epoch: Int) {
    self.role = role
    self.epoch = epoch
  }
}

/// The pool's bookkeeping as a pure value: event in, decision out, no connection in sight.
///
/// One budget for all keys, a fixed share for each; idle connections are taken last in, first out, so
/// that warm ones stay warm; waiters are served first in, first out, but a connection passes to another
/// key only where that makes the parts more even.
struct PoolState: Sendable {
  typealias ConnectionID = Int
  typealias WaiterID = Int

  /// What the caller of `acquire` does next.
  enum Grant: Equatable, Sendable {
    case lease(ConnectionID)
    /// Open a new connection, closing an idle one of another key first where one is named.
    case dial(closing: ConnectionID?)
    case wait
  }

  /// What a returned or vanished connection sets in motion.
  enum Effect: Equatable, Sendable {
    case close(ConnectionID)
    case resume(WaiterID, Grant)
  }

  private struct Idle {
    let id: ConnectionID
    let since: ContinuousClock.Instant
  }

  let budget: Int
  let share: Int

  private var idle: [PoolKey: [Idle]] = [:]
  private var owned: [PoolKey: Int] = [:]
  private var total = 0
  private var waiters: OrderedDictionary<WaiterID, PoolKey> = [:]
  private var closed = false

  init(budget: Int, share: Int) {
    self.budget = budget
    self.share = share
  }

  var openCount: Int { total }
  var waitingCount: Int { waiters.count }
  var idleCount: Int { idle.values.reduce(0) { $0 + $1.count } }
  var isClosed: Bool { closed }

  /// Decides for one caller; `.wait` queues it under its id.
  mutating func acquire(_ key: PoolKey, waiter: WaiterID) -> Grant {
    let grant = grantNow(key)
    if grant == .wait { waiters[waiter] = key }
    return grant
  }

  /// A lease or a place to dial that is free at this moment; `.wait` changes nothing.
  mutating func grantNow(_ key: PoolKey) -> Grant {
    if let id = takeNewestIdle(key) { return .lease(id) }
    guard owned[key, default: 0] < share else { return .wait }
    if total < budget {
      reserve(key)
      return .dial(closing: nil)
    }
    guard let victim = takeOldestIdle() else { return .wait }
    reserve(key)
    return .dial(closing: victim)
  }

  private mutating func reserve(_ key: PoolKey) {
    owned[key, default: 0] += 1
    total += 1
  }

  private mutating func forget(_ key: PoolKey) {
    let left = owned[key, default: 1] - 1
    owned[key] = left > 0 ? left : nil
    total -= 1
  }

  private mutating func takeNewestIdle(_ key: PoolKey) -> ConnectionID? {
    guard var stack = idle[key], let entry = stack.popLast() else { return nil }
    idle[key] = stack.isEmpty ? nil : stack
    return entry.id
  }

  private mutating func takeOldestIdle() -> ConnectionID? {
    let oldest = idle.compactMap { key, stack in stack.first.map { (key, $0) } }
      .min { $0.1.since < $1.1.since }
    guard let (key, entry) = oldest else { return nil }
    idle[key]?.removeFirst()
    if idle[key]?.isEmpty == true { idle[key] = nil }
    forget(key)
    return entry.id
  }

  /// A waiter that gave up; false where it was resumed in the meantime.
  mutating func abandon(_ waiter: WaiterID) -> Bool {
    waiters.removeValue(forKey: waiter) != nil
  }

  /// A healthy connection comes back.
  mutating func release(_ id: ConnectionID, _ key: PoolKey, at now: ContinuousClock.Instant) -> [Effect] {
    if closed {
      forget(key)
      return [.close(id)]
    }
    if let (waiter, heir) = nextHeir(of: key) {
      waiters.removeValue(forKey: waiter)
      if heir == key { return [.resume(waiter, .lease(id))] }
      forget(key)
      reserve(heir)
      return [.resume(waiter, .dial(closing: id))]
    }
    idle[key, default: []].append(Idle(id: id, since: now))
    return serveWaiters()
  }

  /// The first waiter of the same key, unless one of a key with a smaller part asked before it.
  private func nextHeir(of key: PoolKey) -> (WaiterID, PoolKey)? {
    let owner = owned[key, default: 0]
    let heir = waiters.first { _, other in
      let part = owned[other, default: 0]
      return other == key || (part < share && (part == 0 || part + 1 < owner))
    }
    return heir.map { ($0.key, $0.value) }
  }

  /// A connection is gone, or could not be opened: its place is free.
  mutating func lost(_ key: PoolKey) -> [Effect] {
    forget(key)
    return closed ? [] : serveWaiters()
  }

  /// Grants what has become possible, in the order of asking; a waiter whose share is used up is passed by.
  private mutating func serveWaiters() -> [Effect] {
    var effects: [Effect] = []
    for (waiter, key) in waiters {
      let grant = grantNow(key)
      guard grant != .wait else { continue }
      waiters.removeValue(forKey: waiter)
      effects.append(.resume(waiter, grant))
    }
    return effects
  }

  /// Takes out what has been idle since before the instant, or all idle connections of one key.
  mutating func evict(idleSince limit: ContinuousClock.Instant) -> [ConnectionID] {
    evict { _, entry in entry.since <= limit }
  }

  /// Takes out every idle connection of a role, whatever its epoch.
  mutating func evict(role: String) -> [ConnectionID] {
    evict { key, _ in key.role == role }
  }

  private mutating func evict(_ matches: (PoolKey, Idle) -> Bool) -> [ConnectionID] {
    var victims: [ConnectionID] = []
    for (key, stack) in idle {
      let gone = stack.filter { matches(key, $0) }
      guard !gone.isEmpty else { continue }
      victims += gone.map(\.id)
      idle[key] = gone.count == stack.count ? nil : stack.filter { !matches(key, $0) }
      for _ in gone { forget(key) }
    }
    return victims
  }

  /// Refuses new callers and waiters; idle connections are closed at once, lent ones when they return.
  mutating func close() -> (connections: [ConnectionID], waiters: [WaiterID]) {
    closed = true
    let refused = Array(waiters.keys)
    waiters = [:]
    return (evict { _, _ in true }, refused)
  }
}
