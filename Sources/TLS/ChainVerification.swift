import COpenSSL
import Foundation

/// The checks a chain and its key pass before anyone is served with them.
///
/// The topmost certificate of the file is the anchor: who trusts it is the clients' affair, but everything
/// below it must follow from it.
struct ChainVerification {
  let host: String
  let date: Date

  /// Checks everything and answers when the first certificate of the chain to expire does so.
  func verify(_ pair: ParsedPair) throws(CertificateFault) -> Date {
    guard X509_check_private_key(pair.leaf, pair.key) == 1 else {
      ERR_clear_error()
      throw .keyMismatch
    }
    try verifyOrder(pair.certificates)
    try verifyPath(pair.certificates)
    return pair.certificates.compactMap(Self.expiry).min() ?? .distantPast
  }

  /// Clients are sent the file's order, so OpenSSL finding some path through it is not enough.
  private func verifyOrder(_ chain: [OpaquePointer]) throws(CertificateFault) {
    for (index, pair) in zip(chain, chain.dropFirst()).enumerated() {
      let issued =
        X509_NAME_cmp(X509_get_issuer_name(pair.0), X509_get_subject_name(pair.1)) == 0
        && X509_verify(pair.0, X509_get0_pubkey(pair.1)) == 1
      ERR_clear_error()
      guard issued else { throw .brokenChain(position: index + 1) }
    }
  }

  private func verifyPath(_ chain: [OpaquePointer]) throws(CertificateFault) {
    let anchors = X509_STORE_new()
    let between = OPENSSL_sk_new_null()
    let context = X509_STORE_CTX_new()
    defer {
      X509_STORE_CTX_free(context)
      OPENSSL_sk_free(between)
      X509_STORE_free(anchors)
      ERR_clear_error()
    }
    X509_STORE_add_cert(anchors, chain[chain.count - 1])
    for certificate in chain.dropFirst() { OPENSSL_sk_push(between, UnsafeRawPointer(certificate)) }
    guard X509_STORE_CTX_init(context, anchors, chain[0], between) == 1,
      X509_STORE_CTX_set_default(context, "ssl_server") == 1
    else { throw .refused(reason: "OpenSSL could not start the check") }
    demand(X509_STORE_CTX_get0_param(context))
    guard X509_verify_cert(context) != 1 else { return }
    throw fault(X509_STORE_CTX_get_error(context))
  }

  private func demand(_ parameters: OpaquePointer?) {
    X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
    X509_VERIFY_PARAM_set_time(parameters, time_t(date.timeIntervalSince1970))
    // Level 2 is 112 bits: RSA from 2048, no SHA-1.
    X509_VERIFY_PARAM_set_auth_level(parameters, 2)
    X509_VERIFY_PARAM_set1_host(parameters, host, host.utf8.count)
    // X509_CHECK_FLAG_NEVER_CHECK_SUBJECT of x509v3.h: only the SAN names a host, as for every browser.
    X509_VERIFY_PARAM_set_hostflags(parameters, 0x20)
  }

  private func fault(_ code: Int32) -> CertificateFault {
    switch code {
    case X509_V_ERR_CERT_HAS_EXPIRED: .expired
    case X509_V_ERR_CERT_NOT_YET_VALID: .notYetValid
    case X509_V_ERR_HOSTNAME_MISMATCH: .wrongName(host: host)
    default: .refused(reason: String(cString: X509_verify_cert_error_string(Int(code))))
    }
  }

  private static func expiry(_ certificate: OpaquePointer) -> Date? {
    var parts = tm()
    guard ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts) == 1 else { return nil }
    return Date(timeIntervalSince1970: TimeInterval(timegm(&parts)))
  }
}
