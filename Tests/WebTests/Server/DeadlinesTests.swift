import NIOCore
import Testing

@testable import Web

@Suite struct DeadlinesTests {
  let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
  let nothingSent = WriteMeter.Progress(taken: 0, isPending: false)

  func plain() -> Deadlines { Deadlines(ServerLimits(), isTLS: false, now: start) }

  func expires(
    _ deadlines: inout Deadlines, after seconds: Int64, answering: Bool = false, paused: Bool = false,
    _ progress: WriteMeter.Progress? = nil
  ) -> Bool {
    deadlines.hasExpired(
      start + .seconds(seconds), answering: answering, paused: paused, progress: progress ?? nothingSent)
  }

  @Test func `a client that says nothing has ten seconds, with TLS ten for the handshake and ten more`() {
    var deadlines = plain()
    #expect(deadlines.next(answering: false) == start + .seconds(10))
    #expect(!expires(&deadlines, after: 9))
    #expect(expires(&deadlines, after: 10))
    var secure = Deadlines(ServerLimits(), isTLS: true, now: start)
    #expect(expires(&secure, after: 10))
    secure.handshakeEnded(start + .seconds(9))
    #expect(!expires(&secure, after: 18))
    #expect(expires(&secure, after: 19))
  }

  @Test func `trickling a head wins no time`() {
    var deadlines = plain()
    for second in 1...9 { deadlines.bytesRead(start + .seconds(Int64(second))) }
    #expect(expires(&deadlines, after: 10))
  }

  @Test func `a body comes at a kilobyte a second or ends within thirty seconds`() {
    var slow = plain()
    slow.headRead(start)
    slow.bodyRead(30 * 1024 - 1)
    #expect(!expires(&slow, after: 29))
    #expect(expires(&slow, after: 30))
    var steady = plain()
    steady.headRead(start)
    for span in 1...10 {
      steady.bodyRead(30 * 1024)
      #expect(!expires(&steady, after: Int64(span) * 30))
    }
    #expect(expires(&steady, after: 330))
  }

  @Test func `a body that nobody here asks for is not the client's fault`() {
    var deadlines = plain()
    deadlines.headRead(start)
    #expect(!expires(&deadlines, after: 30, paused: true))
    deadlines.readingResumed(start + .seconds(50))
    #expect(!expires(&deadlines, after: 79))
    #expect(expires(&deadlines, after: 80))
  }

  @Test func `an idle connection has a minute from its last answer, and ten seconds once a head begins`() {
    var deadlines = plain()
    deadlines.headRead(start)
    deadlines.endRead(start)
    #expect(deadlines.next(answering: true) == nil)
    deadlines.answered(start + .seconds(100))
    #expect(!expires(&deadlines, after: 159))
    deadlines.bytesRead(start + .seconds(159))
    #expect(!expires(&deadlines, after: 168))
    #expect(expires(&deadlines, after: 169))
  }

  @Test func `a client that still reads its answer is not idle`() {
    var deadlines = plain()
    deadlines.headRead(start)
    deadlines.endRead(start)
    let reading = WriteMeter.Progress(taken: 500, isPending: true)
    #expect(!expires(&deadlines, after: 60, reading))
    #expect(!expires(&deadlines, after: 119))
    #expect(expires(&deadlines, after: 120))
  }

  @Test func `a client that takes nothing of what is sent has a minute`() {
    var deadlines = plain()
    deadlines.headRead(start)
    deadlines.endRead(start)
    let stuck = WriteMeter.Progress(taken: 500, isPending: true)
    deadlines.written(stuck, start)
    #expect(deadlines.next(answering: true) == start + .seconds(60))
    #expect(expires(&deadlines, after: 60, answering: true, stuck))
    var slow = plain()
    slow.headRead(start)
    slow.endRead(start)
    slow.written(stuck, start)
    #expect(!expires(&slow, after: 60, answering: true, .init(taken: 501, isPending: true)))
    #expect(expires(&slow, after: 120, answering: true, .init(taken: 501, isPending: true)))
    #expect(!expires(&slow, after: 121, answering: true, .init(taken: 900, isPending: false)))
    #expect(slow.next(answering: true) == nil)
  }

  @Test func `an end that is set only ever comes nearer`() {
    var deadlines = plain()
    deadlines.stopReading()
    deadlines.end(by: start + .seconds(20))
    deadlines.end(by: start + .seconds(1))
    deadlines.end(by: start + .seconds(20))
    #expect(deadlines.next(answering: false) == start + .seconds(1))
    #expect(expires(&deadlines, after: 1))
  }
}
