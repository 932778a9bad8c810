import NIOCore
import NIOSSL

extension TLSConfiguration {
  /// Mozilla's *intermediate* profile (5.7): TLS 1.2 and 1.3, forward secrecy and AEAD only, HTTP/1.1.
  ///
  /// The hybrid post-quantum group comes first; suites for RSA are there for operators whose authority
  /// issues nothing else.
  static func intermediate(_ certificate: ServedCertificate) -> TLSConfiguration {
    var settings = TLSConfiguration.makeServerConfiguration(
      certificateChain: certificate.chain.map { .certificate($0) },
      privateKey: .privateKey(certificate.privateKey))
    settings.minimumTLSVersion = .tlsv12
    settings.cipherSuiteValues = [
      .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
      .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
      .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
      .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
      .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
      .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ]
    settings.curves = [.x25519_MLKEM768, .x25519, .secp256r1, .secp384r1]
    settings.applicationProtocols = ["http/1.1"]
    // How long a closed connection waits for the client's own farewell.
    settings.shutdownTimeout = .seconds(1)
    return settings
  }
}
