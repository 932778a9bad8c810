import Testing

@testable import Postgres

/// The pool's decisions without a database.
@Suite struct PoolStateTests {
  let a = PoolKey(role: "a", epoch: 1)
  let b = PoolKey(role: "b", epoch: 1)
  let now = ContinuousClock.now

  private func at(_ seconds: Int) -> ContinuousClock.Instant { now + .seconds(seconds) }

  @Test func idleConnectionsAreTakenLastInFirstOut() {
    var state = PoolState(budget: 4, share: 4)
    for id in 1...3 { #expect(state.acquire(a, waiter: id) == .dial(closing: nil)) }
    for id in 1...3 { #expect(state.release(id, a, at: at(id)).isEmpty) }
    for id in [3, 2, 1] { #expect(state.acquire(a, waiter: id) == .lease(id)) }
  }

  @Test func theBudgetHoldsForAllKeysTogether() {
    var state = PoolState(budget: 3, share: 3)
    #expect(state.acquire(a, waiter: 1) == .dial(closing: nil))
    #expect(state.acquire(a, waiter: 2) == .dial(closing: nil))
    #expect(state.acquire(b, waiter: 3) == .dial(closing: nil))
    #expect(state.acquire(b, waiter: 4) == .wait)
    #expect(state.openCount == 3 && state.waitingCount == 1)
  }

  @Test func theShareHoldsForEachKey() {
    var state = PoolState(budget: 10, share: 2)
    for waiter in 1...2 { #expect(state.acquire(a, waiter: waiter) == .dial(closing: nil)) }
    #expect(state.acquire(a, waiter: 3) == .wait)
    #expect(state.acquire(b, waiter: 4) == .dial(closing: nil))
  }

  @Test func anotherKeysOldestIdleConnectionGivesWay() {
    var state = PoolState(budget: 3, share: 3)
    for id in 1...3 { _ = state.acquire(a, waiter: id) }
    for id in [2, 1, 3] { _ = state.release(id, a, at: at(id == 2 ? 0 : id)) }
    #expect(state.acquire(b, waiter: 4) == .dial(closing: 2))
    #expect(state.acquire(b, waiter: 5) == .dial(closing: 1))
    #expect(state.openCount == 3 && state.idleCount == 1)
    #expect(state.acquire(a, waiter: 6) == .lease(3))
  }

  @Test func waitersAreServedFirstInFirstOut() {
    var state = PoolState(budget: 1, share: 1)
    _ = state.acquire(a, waiter: 1)
    #expect(state.acquire(a, waiter: 2) == .wait)
    #expect(state.acquire(a, waiter: 3) == .wait)
    #expect(state.release(7, a, at: now) == [.resume(2, .lease(7))])
    #expect(state.release(7, a, at: now) == [.resume(3, .lease(7))])
    #expect(state.release(7, a, at: now).isEmpty)
    #expect(state.idleCount == 1)
  }

  @Test func aWaiterThatGaveUpIsPassedBy() {
    var state = PoolState(budget: 1, share: 1)
    _ = state.acquire(a, waiter: 1)
    _ = state.acquire(a, waiter: 2)
    _ = state.acquire(a, waiter: 3)
    #expect(state.abandon(2) == true)
    #expect(state.abandon(2) == false)
    #expect(state.release(7, a, at: now) == [.resume(3, .lease(7))])
    #expect(state.abandon(3) == false)
  }

  @Test func aLostConnectionMakesRoom() {
    var state = PoolState(budget: 1, share: 1)
    _ = state.acquire(a, waiter: 1)
    _ = state.acquire(b, waiter: 2)
    #expect(state.lost(a) == [.resume(2, .dial(closing: nil))])
    #expect(state.openCount == 1)
    #expect(state.lost(b).isEmpty)
    #expect(state.openCount == 0)
  }

  @Test func whatWasIdleTooLongIsClosed() {
    var state = PoolState(budget: 4, share: 4)
    for id in 1...3 { _ = state.acquire(a, waiter: id) }
    for id in 1...3 { _ = state.release(id, a, at: at(id)) }
    #expect(state.evict(idleSince: at(2)) == [1, 2])
    #expect(state.openCount == 1 && state.idleCount == 1)
    #expect(state.evict(idleSince: at(2)).isEmpty)
  }

  @Test func aRolesIdleConnectionsGoWhateverTheirEpoch() {
    var state = PoolState(budget: 4, share: 4)
    let later = PoolKey(role: "a", epoch: 2)
    for (id, key) in [(1, a), (2, later), (3, b)] {
      _ = state.acquire(key, waiter: id)
      _ = state.release(id, key, at: now)
    }
    #expect(Set(state.evict(role: "a")) == [1, 2])
    #expect(state.acquire(b, waiter: 9) == .lease(3))
  }

  @Test func closedItTakesNothingBack() {
    var state = PoolState(budget: 2, share: 2)
    _ = state.acquire(a, waiter: 1)
    _ = state.acquire(a, waiter: 2)
    _ = state.release(2, a, at: now)
    _ = state.acquire(a, waiter: 3)
    _ = state.acquire(a, waiter: 4)
    _ = state.release(2, a, at: now)
    let (connections, waiters) = state.close()
    #expect(connections.isEmpty && waiters.isEmpty)
    #expect(state.isClosed)
    #expect(state.release(1, a, at: now) == [.close(1)])
    #expect(state.lost(a).isEmpty)
    #expect(state.openCount == 0)
  }

  @Test func closingRefusesWaitersAndClosesWhatIsIdle() {
    var state = PoolState(budget: 2, share: 1)
    _ = state.acquire(a, waiter: 1)
    _ = state.acquire(a, waiter: 2)
    _ = state.acquire(b, waiter: 3)
    _ = state.release(30, b, at: now)
    let (connections, waiters) = state.close()
    #expect(connections == [30])
    #expect(waiters == [2])
  }
}
