import Crypto
import Foundation
import SwiftASN1
import X509

/// The development authority's own certificate and key.
struct AuthorityIdentity {
  let certificate: Certificate
  let key: Certificate.PrivateKey

  /// Ten years; browsers bound only the certificates that hosts show.
  private static let validity: TimeInterval = 3_650 * 86_400

  /// What the files hold, or nil where they are missing, broken, do not fit or end within an issue's life.
  init?(certificateFile: URL, keyFile: URL, now: Date) {
    guard let pem = try? String(contentsOf: certificateFile, encoding: .utf8),
      let keyPEM = try? String(contentsOf: keyFile, encoding: .utf8),
      let certificate = try? Certificate(pemEncoded: pem),
      let key = try? Certificate.PrivateKey(pemEncoded: keyPEM),
      certificate.publicKey == key.publicKey,
      certificate.notValidAfter.timeIntervalSince(now) > DevelopmentAuthority.validity,
      certificate.notValidBefore <= now
    else { return nil }
    self.certificate = certificate
    self.key = key
  }

  init(newAt now: Date) throws {
    let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let name = try DistinguishedName {
      OrganizationName("e-Order development")
      CommonName("e-Order development authority")
    }
    self.certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: key.publicKey,
      notValidBefore: now.addingTimeInterval(-Certificate.clockTolerance),
      notValidAfter: now.addingTimeInterval(Self.validity),
      issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: key.publicKey)
      },
      issuerPrivateKey: key)
    self.key = key
  }
}

extension Certificate {
  /// A client whose clock is this much behind still takes a new certificate.
  static let clockTolerance: TimeInterval = 300

  /// A certificate for one host, to serve TLS and nothing else.
  init(
    servingHost host: String, publicKey: PublicKey, issuer: Certificate, issuerKey: PrivateKey, now: Date
  ) throws {
    let start = now.addingTimeInterval(-Self.clockTolerance)
    let authority = try issuer.extensions.subjectKeyIdentifier?.keyIdentifier
    try self.init(
      version: .v3, serialNumber: .init(), publicKey: publicKey,
      notValidBefore: start, notValidAfter: start.addingTimeInterval(DevelopmentAuthority.validity),
      issuer: issuer.subject, subject: try DistinguishedName { OrganizationName("e-Order development") },
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames([.dnsName(host)])
        SubjectKeyIdentifier(hash: publicKey)
        AuthorityKeyIdentifier(keyIdentifier: authority)
      },
      issuerPrivateKey: issuerKey)
  }
}
