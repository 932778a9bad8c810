/// Why a certificate and its key are not served: one sentence for the operator each.
package enum CertificateFault: Error, Equatable, CustomStringConvertible {
  /// The file cannot be read; the second value is the system's reason.
  case unreadable(file: String, reason: String)
  /// The `.pem` file holds no certificate that can be parsed.
  case noCertificate
  /// The `.key` file holds no private key, or one that is encrypted.
  case noPrivateKey
  /// The key is not that of the first certificate.
  case keyMismatch
  /// The certificate at this position (from 1) was not issued by the one after it.
  case brokenChain(position: Int)
  /// A certificate of the chain has expired.
  case expired
  /// A certificate of the chain is not valid yet.
  case notYetValid
  /// The certificate does not name the host.
  case wrongName(host: String)
  /// OpenSSL refuses the chain for the reason given, such as a key that is too small.
  case refused(reason: String)

  package var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
    case .noCertificate: "the .pem file holds no certificate"
    case .noPrivateKey: "the .key file holds no unencrypted private key"
    case .keyMismatch: "the key does not belong to the certificate"
    case .brokenChain(let position):
      "certificate \(position) of the chain was not issued by the one that follows it"
    case .expired: "a certificate of the chain has expired"
    case .notYetValid: "a certificate of the chain is not valid yet"
    case .wrongName(let host): "the certificate does not name \(host)"
    case .refused(let reason): "the chain is refused: \(reason)"
    }
  }
}
