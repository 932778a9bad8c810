import Crypto
import Foundation
import SwiftASN1
import X509

/// A root, an intermediate and a host's certificate, as PEM, with every part open to being wrong.
struct IssuedChain {
  let root: String
  let intermediate: String
  let leaf: String
  let leafKey: String

  init(host: String, from start: Date, to end: Date) throws {
    let rootKey = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let rootName = try DistinguishedName { CommonName("root") }
    let root = try Self.certify(
      rootKey.publicKey, as: rootName, by: rootName, with: rootKey, authority: true, start, end)
    let middleKey = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let middleName = try DistinguishedName { CommonName("intermediate") }
    let middle = try Self.certify(
      middleKey.publicKey, as: middleName, by: rootName, with: rootKey, authority: true, start, end)
    let leafKey = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let leaf = try Self.certify(
      leafKey.publicKey, as: try DistinguishedName { OrganizationName("leaf") }, by: middleName,
      with: middleKey,
      host: host, start, end)
    self.root = try root.serializeAsPEM().pemString + "\n"
    self.intermediate = try middle.serializeAsPEM().pemString + "\n"
    self.leaf = try leaf.serializeAsPEM().pemString + "\n"
    self.leafKey = try leafKey.serializeAsPEM().pemString + "\n"
  }

  private static func certify(
    _ key: Certificate.PublicKey, as subject: DistinguishedName, by issuer: DistinguishedName,
    with issuerKey: Certificate.PrivateKey, authority: Bool = false, host: String? = nil,
    _ start: Date, _ end: Date
  ) throws -> Certificate {
    try Certificate(
      version: .v3, serialNumber: .init(), publicKey: key, notValidBefore: start, notValidAfter: end,
      issuer: issuer, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        if authority {
          Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
        }
        if let host {
          SubjectAlternativeNames([.dnsName(host)])
        }
      },
      issuerPrivateKey: issuerKey)
  }
}
