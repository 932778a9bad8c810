package import Foundation
package import NIOSSL

/// A chain and key that have passed every check and are ready for handshakes.
package struct ServedCertificate: Sendable {
  /// The host it is served for, lower-cased.
  package let host: String
  /// The chain in the order clients are sent, the host's own first.
  package let chain: [NIOSSLCertificate]
  package let privateKey: NIOSSLPrivateKey
  /// When the first certificate of the chain expires.
  package let expires: Date

  /// Reads `<host>.pem` and `<host>.key` of the folder and checks them.
  init(host: String, folder: URL, date: Date) throws(CertificateFault) {
    let chain = try Self.read(folder.appending(path: "\(host).pem"))
    let key = try Self.read(folder.appending(path: "\(host).key"))
    let verification = ChainVerification(host: host, date: date)
    let expires = try verification.verify(ParsedPair(chain: chain, key: key))
    do {
      self.chain = try NIOSSLCertificate.fromPEMBytes(chain)
      self.privateKey = try NIOSSLPrivateKey(bytes: key, format: .pem)
    } catch {
      // OpenSSL took it, the library of the handshakes does not: for instance a curve that it lacks.
      throw .refused(reason: "the TLS library cannot use it (\(error))")
    }
    self.host = host
    self.expires = expires
  }

  /// What NIOSSL is told to use for one handshake.
  var override: NIOSSLContextConfigurationOverride {
    var override = NIOSSLContextConfigurationOverride()
    override.certificateChain = chain.map { .certificate($0) }
    override.privateKey = .privateKey(privateKey)
    return override
  }

  private static func read(_ file: URL) throws(CertificateFault) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: file))
    } catch {
      let reason = (error as? CocoaError)?.code == .fileReadNoSuchFile ? "no such file" : "\(error)"
      throw .unreadable(file: file.lastPathComponent, reason: reason)
    }
  }
}
