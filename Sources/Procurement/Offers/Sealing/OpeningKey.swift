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
    in tenant: String, generation: Int, provedBy proof: OpeningKeyProof, at now: Date
  ) throws -> SQL {
    let key = Array(try key(of: tenant, generation: generation).publicKey.rawRepresentation)
    return """
      INSERT INTO opening_key (generation, public_key, proof, published_at)
      VALUES (\(generation), \(key), \(proof.of(key, generation, in: tenant)), \(now))
      ON CONFLICT (generation) DO UPDATE SET public_key = excluded.public_key, proof = excluded.proof
      WHERE opening_key.public_key <> excluded.public_key OR opening_key.proof <> excluded.proof
      """
  }
}

/// Vouches for public halves: by the key that the service and the operator have and the database has not, so that
/// who owns the database cannot have offers sealed for a key of its own.
package struct OpeningKeyProof: Sendable {
  private let key: SymmetricKey

  package init(masterKey: MasterKey) { key = SymmetricKey(data: masterKey.derive("offers/opening-key-proof")) }

  func of(_ publicKey: [UInt8], _ generation: Int, in tenant: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Data(message(publicKey, generation, tenant)), using: key))
  }

  func holds(_ proof: [UInt8], _ publicKey: [UInt8], _ generation: Int, in tenant: String) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(
      Data(proof), authenticating: Data(message(publicKey, generation, tenant)), using: key)
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
  func key(_ proof: OpeningKeyProof, in tenant: String) throws -> Curve25519.KeyAgreement.PublicKey {
    guard proof.holds(self.proof, publicKey, generation, in: tenant) else { throw OpeningKeyForged() }
    return try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey)
  }
}

/// Somebody put a key into the database that the operator did not publish: no offer may be sealed for it.
package struct OpeningKeyForged: Error, CustomStringConvertible {
  package var description: String { "the opening key in the database is not the operator's" }
}
