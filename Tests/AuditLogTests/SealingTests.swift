import Foundation
import Postgres
import Testing

@testable import AuditLog

/// Every committed entry gets its number once, whatever the clock does.
@Suite(.serialized) struct SealingTests {
  private func write(_ log: TestLog, at instants: [Date]) async throws {
    try await log.withConnection { connection in
      try await connection.transaction { transaction in
        for instant in instants { transaction.enqueue(VerificationTests.entry(at: instant).insertion) }
      }
    }
  }

  @Test func aClockThatWasSetBackOrForwardHidesNoEntry() async throws {
    let log = try await TestLog.create()
    let day: TimeInterval = 86_400
    for offset in [0, 900 * day, -900 * day, -30, 0] {
      try await write(log, at: [TestLog.start + offset])
      #expect(try await log.seal(at: TestLog.start + offset) == 1)
    }
    // Written before the clock was set back, sealed after it.
    try await write(log, at: [TestLog.start + day])
    #expect(try await log.seal(at: TestLog.start) == 1)
    #expect(try await log.verify() == 6)
  }

  @Test func numbersHaveNoGapsWhateverTheBatches() async throws {
    let log = try await TestLog.create()
    try await write(log, at: (0..<2345).map { TestLog.start + Double($0 % 97) })
    #expect(try await log.seal(at: TestLog.start + 100) == 2345)
    #expect(try await log.seal(at: TestLog.start + 100) == 0)
    #expect(try await log.verify() == 2345)
  }

  @Test func manyAtOnceSealEachEntryOnce() async throws {
    let log = try await TestLog.create()
    try await write(log, at: (0..<300).map { TestLog.start + Double($0) })
    let sealed = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 { group.addTask { try await log.seal(at: TestLog.start + 400) } }
      return try await group.reduce(0, +)
    }
    #expect(sealed == 300)
    #expect(try await log.verify() == 300)
  }

  /// An uncommitted entry is not waited for, and gets a later number.
  @Test func anOpenTransactionHoldsNobodyUp() async throws {
    let log = try await TestLog.create()
    try await log.withConnection { slow in
      try await slow.transaction { transaction in
        _ = try await transaction.query(VerificationTests.entry(at: TestLog.start).insertion)
        try await write(log, at: [TestLog.start + 1])
        #expect(try await log.seal(at: TestLog.start + 2) == 1)
      }
    }
    #expect(try await log.seal(at: TestLog.start + 3) == 1)
    #expect(try await log.verify() == 2)
  }
}
