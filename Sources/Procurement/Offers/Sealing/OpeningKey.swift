package import Crypto
package import Foundation
package import Postgres
package import Tenancy

/// The keys that open sealed offers, a pair for each province: only `eorder operate` holds what they follow from
/// (`EORDER_OPERATOR_KEY_FILE`).
package struct OpeningKeys: Sendable {
  private let operatorKey: MasterKey

  /// - Parameter operatorKey: independent of the key that the service has.
  package init(operatorKey: MasterKey) { self.operatorKey = operatorKey }

  /// The private half.
  package func key(of tenant: String, generation: Int) throws -> Curve25519.KeyAgreement.PrivateKey {
    try Curve25519.KeyAgreement.PrivateKey(
      rawRepresentation: operatorKey.derive("offers/opening/\(tenant)/\(generation)"))
  }

  /// Publishes the public half as the owner of the province's schema; nothing where it stands there already.
  package func publication(
    in tenant: String, generation: Int, provedBy secret: SealingSecret, at now: Date
  ) throws -> SQL {
    let key = Array(try key(of: tenant, generation: generation).publicKey.rawRepresentation)
    return """
      INSERT INTO opening_key (generation, public_key, proof, published_at)
      VALUES (\(generation), \(key), \(secret.proof(of: key, generation, in: tenant)), \(now))
      ON CONFLICT (generation) DO UPDATE SET public_key = excluded.public_key, proof = excluded.proof
      WHERE opening_key.public_key <> excluded.public_key OR opening_key.proof <> excluded.proof
      """
  }
}

/// What the service and the operator share and the database does not hold: who owns the database can neither have
/// offers sealed for a key of its own nor put a forged offer under a seal.
package struct SealingSecret: Sendable {
  private let proofKey: SymmetricKey
  /// The pre-shared key of every seal (RFC 9180 §5.1.2).
  let sender: SymmetricKey

  package init(masterKey: MasterKey) {
    proofKey = SymmetricKey(data: masterKey.derive("offers/opening-key-proof"))
    sender = SymmetricKey(data: masterKey.derive("offers/sender"))
  }

  func proof(of publicKey: [UInt8], _ generation: Int, in tenant: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Data(message(publicKey, generation, tenant)), using: proofKey))
  }

  func vouches(_ proof: [UInt8], for publicKey: [UInt8], _ generation: Int, in tenant: String) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(
      Data(proof), authenticating: Data(message(publicKey, generation, tenant)), using: proofKey)
  }

  private func message(_ publicKey: [UInt8], _ generation: Int, _ tenant: String) -> [UInt8] {
    Array("\(tenant)\n\(generation)\n".utf8) + publicKey
  }
}

/// The newest public half as the province's schema has it.
struct PublishedOpeningKey: RowDecodable {
  let generation: Int
  private let publicKey: [UInt8]
  private let proof: [UInt8]

  static let select: SQL =
    "SELECT generation, public_key, proof FROM opening_key ORDER BY generation DESC LIMIT 1"

  init(row: inout Row) throws {
    generation = try row.next()
    publicKey = try row.next(Bytes.self).bytes
    proof = try row.next(Bytes.self).bytes
  }

  /// - Throws: `OpeningKeyForged` where the operator did not publish it.
  func key(_ secret: SealingSecret, in tenant: String) throws -> Curve25519.KeyAgreement.PublicKey {
    guard secret.vouches(proof, for: publicKey, generation, in: tenant) else { throw OpeningKeyForged() }
    return try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey)
  }
}

/// Somebody put a key into the database that the operator did not publish: no offer may be sealed for it.
package struct OpeningKeyForged: Error, CustomStringConvertible {
  package var description: String { "the opening key in the database is not the operator's" }
}
