import Testing

@testable import Postgres

/// Who gets a connection that comes back while several keys wait.
@Suite struct PoolFairnessTests {
  let a = PoolKey(role: "a", epoch: 1)
  let b = PoolKey(role: "b", epoch: 1)
  let c = PoolKey(role: "c", epoch: 1)
  let now = ContinuousClock.now

  @Test func aKeyWithNothingIsNotStarvedByABusyOne() {
    var state = PoolState(budget: 2, share: 2)
    for waiter in 1...2 { _ = state.acquire(a, waiter: waiter) }
    #expect(state.acquire(b, waiter: 3) == .wait)
    #expect(state.acquire(a, waiter: 4) == .wait)
    #expect(state.release(10, a, at: now) == [.resume(3, .dial(closing: 10))])
    #expect(state.release(20, a, at: now) == [.resume(4, .lease(20))])
    #expect(state.openCount == 2)
  }

  @Test func whoAskedFirstComesFirstWithinTheKey() {
    var state = PoolState(budget: 2, share: 2)
    for waiter in 1...2 { _ = state.acquire(a, waiter: waiter) }
    _ = state.acquire(a, waiter: 3)
    _ = state.acquire(b, waiter: 4)
    #expect(state.release(10, a, at: now) == [.resume(3, .lease(10))])
    #expect(state.release(10, a, at: now) == [.resume(4, .dial(closing: 10))])
  }

  @Test func evenPartsAreLeftAsTheyAre() {
    var state = PoolState(budget: 4, share: 4)
    for waiter in 1...2 { _ = state.acquire(a, waiter: waiter) }
    for waiter in 3...4 { _ = state.acquire(b, waiter: waiter) }
    _ = state.acquire(b, waiter: 5)
    _ = state.acquire(a, waiter: 6)
    // Closing and dialling back and forth would cost both and help neither.
    #expect(state.release(10, a, at: now) == [.resume(6, .lease(10))])
    #expect(state.release(30, b, at: now) == [.resume(5, .lease(30))])
  }

  @Test func aKeyAtItsShareIsPassedBy() {
    var state = PoolState(budget: 4, share: 3)
    for waiter in 1...3 { _ = state.acquire(a, waiter: waiter) }
    _ = state.acquire(b, waiter: 4)
    _ = state.acquire(a, waiter: 5)
    _ = state.acquire(c, waiter: 6)
    #expect(state.release(40, b, at: now) == [.resume(6, .dial(closing: 40))])
    #expect(state.waitingCount == 1)
  }

  @Test func moreKeysThanConnectionsTakeTurns() {
    var state = PoolState(budget: 1, share: 1)
    let keys = (0..<5).map { PoolKey(role: "\($0)", epoch: 1) }
    #expect(state.acquire(keys[0], waiter: 0) == .dial(closing: nil))
    for waiter in 1..<5 { #expect(state.acquire(keys[waiter], waiter: waiter) == .wait) }
    for holder in 0..<4 {
      let effects = state.release(100 + holder, keys[holder], at: now)
      #expect(effects == [.resume(holder + 1, .dial(closing: 100 + holder))])
    }
    #expect(state.openCount == 1 && state.waitingCount == 0)
  }

  /// Whatever happens, the books balance.
  @Test func randomEventsNeverBreakTheLimits() {
    var state = PoolState(budget: 7, share: 3)
    var simulation = PoolSimulation(keys: (0..<5).map { PoolKey(role: "\($0)", epoch: 1) })
    for step in 0..<20_000 {
      simulation.step(&state, at: now + .seconds(step))
      #expect(state.openCount == simulation.open && state.openCount <= 7)
      #expect(state.idleCount == simulation.idle.count)
      #expect(state.waitingCount == simulation.waiting.count)
      #expect(simulation.owned.values.allSatisfy { $0 <= 3 })
      // Nobody waits while there is room: that would be for ever.
      if state.openCount < 7 || state.idleCount > 0 {
        #expect(simulation.waiting.values.allSatisfy { simulation.owned[$0, default: 0] == 3 })
      }
    }
  }
}
