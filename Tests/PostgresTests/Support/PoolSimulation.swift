@testable import Postgres

/// Plays callers, dials and losses at random, and keeps its own account of what there should be.
struct PoolSimulation {
  let keys: [PoolKey]
  private(set) var idle: [Int: PoolKey] = [:]
  private(set) var lent: [Int: PoolKey] = [:]
  private(set) var waiting: [Int: PoolKey] = [:]
  private var next = 0

  init(keys: [PoolKey]) { self.keys = keys }

  var open: Int { idle.count + lent.count }

  var owned: [PoolKey: Int] {
    (Array(idle.values) + lent.values).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  mutating func step(_ state: inout PoolState, at now: ContinuousClock.Instant) {
    switch Int.random(in: 0..<100) {
    case 0..<45: acquire(&state)
    case 45..<85: giveBack(&state, at: now)
    case 85..<92: lose(&state)
    case 92..<96: giveUp(&state)
    default: evict(&state, at: now)
    }
  }

  private mutating func number() -> Int {
    next += 1
    return next
  }

  private mutating func acquire(_ state: inout PoolState) {
    let (key, waiter) = (keys.randomElement()!, number())
    let grant = state.acquire(key, waiter: waiter)
    if grant == .wait { waiting[waiter] = key } else { carryOut(grant, key) }
  }

  private mutating func carryOut(_ grant: PoolState.Grant, _ key: PoolKey) {
    switch grant {
    case .lease(let id):
      idle[id] = nil
      lent[id] = key
    case .dial(let victim):
      if let victim { idle[victim] = nil }
      lent[number()] = key
    case .wait: preconditionFailure("no grant")
    }
  }

  private mutating func carryOut(_ effects: [PoolState.Effect]) {
    for effect in effects {
      switch effect {
      case .close(let id): idle[id] = nil
      case .resume(let waiter, let grant): carryOut(grant, waiting.removeValue(forKey: waiter)!)
      }
    }
  }

  private mutating func giveBack(_ state: inout PoolState, at now: ContinuousClock.Instant) {
    guard let (id, key) = lent.randomElement() else { return }
    lent[id] = nil
    idle[id] = key
    carryOut(state.release(id, key, at: now))
  }

  private mutating func lose(_ state: inout PoolState) {
    guard let (id, key) = lent.randomElement() else { return }
    lent[id] = nil
    carryOut(state.lost(key))
  }

  private mutating func giveUp(_ state: inout PoolState) {
    guard let waiter = waiting.keys.randomElement() else { return }
    waiting[waiter] = nil
    precondition(state.abandon(waiter))
  }

  private mutating func evict(_ state: inout PoolState, at now: ContinuousClock.Instant) {
    for id in state.evict(idleSince: now - .seconds(20)) { idle[id] = nil }
  }
}
