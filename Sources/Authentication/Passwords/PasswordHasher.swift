import CArgon2
import Crypto
import Foundation
import Synchronization

/// Argon2id hashes of peppered passwords, a few at a time on threads of their own.
package final class PasswordHasher: Sendable {
  /// Cost of one hash (OWASP password storage, ASVS 5.0 appendix C): 19 MiB, three passes, one lane.
  private static let memoryKiB: UInt32 = 19_456
  private static let passes: UInt32 = 3
  private static let saltLength = 16
  private static let hashLength = 32
  /// Hashes at once, and how many more may wait before the service says that it is busy.
  private static let parallel = 2
  private static let queueLimit = 50

  private let pepper: SymmetricKey
  private let queue = OperationQueue()
  private let pending = Mutex(0)

  /// - Parameter pepper: 32 bytes that are kept outside the database.
  package init(pepper: [UInt8]) {
    self.pepper = SymmetricKey(data: pepper)
    queue.maxConcurrentOperationCount = Self.parallel
    give_large_blocks_back()
  }

  /// The hash in PHC string format.
  /// - Throws: `Busy` when too many wait already.
  package func hash(_ password: String) async throws -> String {
    let input = peppered(password)
    return try await run { try Self.encode(input) }
  }

  /// Whether the password belongs to the hash; without a hash the same work is done for nothing, so
  /// that nobody can tell an unknown account by the time it takes.
  package func verify(_ password: String, against hash: String?) async throws -> Bool {
    let input = peppered(password)
    return try await run {
      guard let hash else {
        _ = try Self.encode(input)
        return false
      }
      return argon2id_verify(hash, input, input.count) == ARGON2_OK.rawValue
    }
  }

  private func peppered(_ password: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(password.utf8), using: pepper))
  }

  private static func encode(_ input: [UInt8]) throws -> String {
    var random = SystemRandomNumberGenerator()
    let salt = (0..<saltLength).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    let length = argon2_encodedlen(
      passes, memoryKiB, 1, UInt32(saltLength), UInt32(hashLength), Argon2_id)
    var encoded = [CChar](repeating: 0, count: length)
    let status = argon2id_hash_encoded(
      passes, memoryKiB, 1, input, input.count, salt, salt.count, hashLength, &encoded, length)
    guard status == ARGON2_OK.rawValue else { throw HashingFailed(status: status) }
    return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    let admitted = pending.withLock { pending in
      guard pending < Self.queueLimit + Self.parallel else { return false }
      pending += 1
      return true
    }
    guard admitted else { throw Busy() }
    defer { pending.withLock { $0 -= 1 } }
    return try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Swift.Result(catching: work)) }
    }
  }

  /// Too many sign-ins at once; try again shortly.
  package struct Busy: Error {}

  /// libargon2 refused, as when memory is short.
  package struct HashingFailed: Error {
    package let status: Int32
  }
}
