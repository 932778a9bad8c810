import Foundation
import Testing

@testable import Authentication

@Suite struct PasswordHasherTests {
  private let hasher = PasswordHasher.forTests

  @Test func `a hash says how it was made`() async throws {
    let hash = try await hasher.hash("rendang tahan lama")
    let match = try #require(
      try /\$argon2id\$v=19\$m=19456,t=(\d+),p=1\$[A-Za-z0-9+\/]{22}\$[A-Za-z0-9+\/]{43}/.wholeMatch(in: hash)
    )
    #expect(Int(match.1) ?? 0 >= 2)
  }

  @Test func `salt and pepper matter`() async throws {
    let (one, other) = (
      try await hasher.hash("rendang tahan lama"), try await hasher.hash("rendang tahan lama")
    )
    #expect(one != other)
    #expect(try await hasher.verify("rendang tahan lama", against: one))
    let elsewhere = PasswordHasher(pepper: Array(repeating: 8, count: 32))
    #expect(try await !elsewhere.verify("rendang tahan lama", against: one))
  }

  @Test func `nothing is cut off, folded or normalised`() async throws {
    let start = String(repeating: "satu dua ", count: 8)
    let hash = try await hasher.hash(start + "A")
    for other in [start + "B", start + "a", start, start + "A "] {
      #expect(try await !hasher.verify(other, against: hash))
    }
    let composed = try await hasher.hash("Kafe\u{301} di pojok jalan".precomposedStringWithCanonicalMapping)
    #expect(try await !hasher.verify("Kafe\u{301} di pojok jalan", against: composed))
  }

  @Test func `without a hash nothing is right`() async throws {
    #expect(try await !hasher.verify("rendang tahan lama", against: nil))
    #expect(try await !hasher.verify("rendang tahan lama", against: "damaged"))
  }

  @Test func `who comes when the queue is full is told so`() async throws {
    let hasher = PasswordHasher(pepper: Array(repeating: 7, count: 32))
    let busy = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<80 {
        group.addTask {
          do {
            _ = try await hasher.hash("rendang tahan lama")
            return false
          } catch {
            return error is PasswordHasher.Busy
          }
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect((1...28).contains(busy))
    _ = try await hasher.hash("rendang tahan lama")
  }
}
