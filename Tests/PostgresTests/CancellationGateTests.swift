import Foundation
import Synchronization
import Testing

@testable import Postgres

@Suite struct CancellationGateTests {
  private func gate(grace: TimeInterval = 5, _ request: @escaping @Sendable () -> Void) -> CancellationGate {
    CancellationGate(grace: grace) { _ in request() }
  }

  @Test func cancelledBeforeItsTurnItNeverBegins() {
    let requests = Tally()
    let gate = gate { requests.add() }
    let ticket = gate.ticket()
    gate.cancel(ticket)
    #expect(throws: CancellationError.self) { try gate.begin(ticket) }
    #expect(requests.count == 0)
  }

  @Test func endWaitsForTheRequest() throws {
    let finished = Mutex(false)
    let gate = gate {
      Thread.sleep(forTimeInterval: 0.1)
      finished.withLock { $0 = true }
    }
    let ticket = gate.ticket()
    try gate.begin(ticket)
    gate.cancel(ticket)
    #expect(gate.end(ticket) == .cancelled)
    #expect(finished.withLock { $0 })
  }

  @Test func aLateCancelHitsNobody() throws {
    let requests = Tally()
    let gate = gate { requests.add() }
    let (guilty, innocent) = (gate.ticket(), gate.ticket())
    try gate.begin(guilty)
    #expect(gate.end(guilty) == .undisturbed)
    try gate.begin(innocent)
    gate.cancel(guilty)
    #expect(gate.end(innocent) == .undisturbed)
    #expect(requests.count == 0)
  }

  @Test func aDiscardedTicketLeavesNothingBehind() throws {
    let gate = gate {}
    let ticket = gate.ticket()
    gate.cancel(ticket)
    gate.discard(ticket)
    try gate.begin(ticket)
    #expect(gate.end(ticket) == .undisturbed)
  }

  @Test func cancellingTwiceAsksOnce() throws {
    let requests = Tally()
    let gate = gate { requests.add() }
    let ticket = gate.ticket()
    try gate.begin(ticket)
    gate.cancel(ticket)
    gate.cancel(ticket)
    #expect(gate.end(ticket) == .cancelled)
    #expect(requests.count == 1)
  }

  @Test func aRequestThatNeverEndsIsOverdue() throws {
    let gate = gate(grace: 0.05) { Thread.sleep(forTimeInterval: 0.5) }
    let ticket = gate.ticket()
    try gate.begin(ticket)
    gate.cancel(ticket)
    #expect(gate.end(ticket) == .overdue)
  }
}
