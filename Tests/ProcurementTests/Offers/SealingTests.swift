import Crypto
import Foundation
import Postgres
import Tenancy
import Testing

@testable import Procurement

/// What a seal holds against: every part of it, and everybody but the holder of the operator's key.
@Suite struct SealingTests {
  private let master: MasterKey
  private let operatorKey: MasterKey
  private let secret: SealingSecret
  private let keys: OpeningKeys
  private let binding = SealBinding(
    tenant: "contoh", request: UUID(), deadline: Date(microseconds: 1_800_000_000_000_000), offer: UUID(),
    vendor: UUID())
  private let content = Array(#"{"unitPrice":987653}"#.utf8)

  init() throws {
    func random() -> [UInt8] { (0..<32).map { _ in UInt8.random(in: .min ... .max) } }
    master = try MasterKey(random())
    operatorKey = try MasterKey(random())
    secret = SealingSecret(masterKey: master)
    keys = OpeningKeys(operatorKey: operatorKey)
  }

  private func sealed(_ content: [UInt8]? = nil) throws -> SealedContent {
    try SealedContent(
      content ?? self.content, for: binding, to: keys.key(of: "contoh", generation: 1).publicKey, by: secret)
  }

  @Test func opensForWhatItWasMade() throws {
    let opened = try sealed().open(
      for: binding, with: keys.key(of: "contoh", generation: 1), by: secret)
    #expect(opened == content)
    let again = try OpeningKeys(operatorKey: operatorKey).key(of: "contoh", generation: 1)
    #expect(
      try sealed().open(for: binding, with: again, by: secret) == content,
      "the key follows from the file alone")
  }

  @Test func opensForNothingElse() throws {
    let seal = try sealed()
    let key = try keys.key(of: "contoh", generation: 1)
    let others = [
      SealBinding(
        tenant: "lain", request: binding.request, deadline: binding.deadline, offer: binding.offer,
        vendor: binding.vendor),
      SealBinding(
        tenant: "contoh", request: UUID(), deadline: binding.deadline, offer: binding.offer,
        vendor: binding.vendor),
      SealBinding(
        tenant: "contoh", request: binding.request, deadline: binding.deadline.addingTimeInterval(-0.000_001),
        offer: binding.offer, vendor: binding.vendor),
      SealBinding(
        tenant: "contoh", request: binding.request, deadline: binding.deadline, offer: UUID(),
        vendor: binding.vendor),
      SealBinding(
        tenant: "contoh", request: binding.request, deadline: binding.deadline, offer: binding.offer,
        vendor: UUID()),
    ]
    for other in others {
      #expect(throws: (any Error).self) { try seal.open(for: other, with: key, by: secret) }
    }
  }

  @Test func opensForNobodyElse() throws {
    let seal = try sealed()
    for stranger in [
      try OpeningKeys(operatorKey: master).key(of: "contoh", generation: 1),
      try keys.key(of: "lain", generation: 1), try keys.key(of: "contoh", generation: 2),
      Curve25519.KeyAgreement.PrivateKey(),
    ] {
      #expect(throws: (any Error).self) { try seal.open(for: binding, with: stranger, by: secret) }
    }
  }

  @Test func isForgedByNobodyWhoLacksTheServicesKey() throws {
    let key = try keys.key(of: "contoh", generation: 1)
    let forger = SealingSecret(masterKey: operatorKey)
    let forged = try SealedContent(content, for: binding, to: key.publicKey, by: forger)
    #expect(throws: (any Error).self) { try forged.open(for: binding, with: key, by: secret) }
  }

  @Test func everyChangedByteBreaksIt() throws {
    let seal = try sealed()
    let key = try keys.key(of: "contoh", generation: 1)
    func flipped(_ bytes: [UInt8], _ place: Int) -> [UInt8] {
      var bytes = bytes
      bytes[place] ^= 1
      return bytes
    }
    for place in seal.wrappedKey.indices {
      let harmed = SealedContent(
        encapsulatedKey: seal.encapsulatedKey, wrappedKey: flipped(seal.wrappedKey, place),
        sealed: seal.sealed)
      #expect(throws: (any Error).self) { try harmed.open(for: binding, with: key, by: secret) }
    }
    for place in [0, 11, 12, 500, seal.sealed.count - 1] {
      let harmed = SealedContent(
        encapsulatedKey: seal.encapsulatedKey, wrappedKey: seal.wrappedKey,
        sealed: flipped(seal.sealed, place))
      #expect(throws: (any Error).self) { try harmed.open(for: binding, with: key, by: secret) }
    }
  }

  @Test func lengthTellsNothing() throws {
    let short = try sealed(Array(#"{"unitPrice":1}"#.utf8))
    let long = try sealed(Array(#"{"unitPrice":50000000,"note":"sedikit lebih panjang"}"#.utf8))
    #expect(short.sealed.count == long.sealed.count)
    let odd = try sealed([0x80, 0, 0])
    #expect(
      try odd.open(for: binding, with: keys.key(of: "contoh", generation: 1), by: secret) == [0x80, 0, 0])
  }

  @Test func publishedKeyIsVouchedFor() throws {
    let key = Array(try keys.key(of: "contoh", generation: 1).publicKey.rawRepresentation)
    let proof = secret.proof(of: key, 1, in: "contoh")
    #expect(secret.vouches(proof, for: key, 1, in: "contoh"))
    #expect(
      !secret.vouches(proof, for: key, 2, in: "contoh") && !secret.vouches(proof, for: key, 1, in: "lain"))
    let own = Array(Curve25519.KeyAgreement.PrivateKey().publicKey.rawRepresentation)
    #expect(!secret.vouches(proof, for: own, 1, in: "contoh"))
    #expect(!SealingSecret(masterKey: operatorKey).vouches(proof, for: key, 1, in: "contoh"))
  }

  @Test func storedKeyOfARequestTellsNothingOfItsBody() {
    func blind(_ key: String, _ body: String) -> IdempotentRequest? {
      Write(
        idempotency: IdempotentRequest(
          owner: "o", route: "r", key: key, bodyHash: Array(body.utf8).sha256, now: Date())
      ).blind.idempotency
    }
    let long = "0123456789abcdef"
    #expect(blind(long, "a")?.bodyHash == blind(long, "a")?.bodyHash)
    #expect(blind(long, "a")?.bodyHash != blind(long, "b")?.bodyHash)
    #expect(
      blind(long, "a")?.bodyHash != Array("a".utf8).sha256 && blind(long, "a")?.key.contains(long) == false)
    #expect(
      blind("short", "a")?.bodyHash == blind("short", "b")?.bodyHash, "a guessable key vouches for nothing")
  }
}
