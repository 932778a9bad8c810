import COpenSSL

/// A chain and its key as OpenSSL objects, freed together.
final class ParsedPair {
  /// The chain in file order, the host's own certificate first; never empty.
  let certificates: [OpaquePointer]
  let key: OpaquePointer

  init(chain: [UInt8], key keyBytes: [UInt8]) throws(CertificateFault) {
    let certificates = Self.readCertificates(chain)
    guard !certificates.isEmpty else { throw .noCertificate }
    guard let key = Self.readKey(keyBytes) else {
      for certificate in certificates { X509_free(certificate) }
      throw .noPrivateKey
    }
    self.certificates = certificates
    self.key = key
  }

  deinit {
    for certificate in certificates { X509_free(certificate) }
    EVP_PKEY_free(key)
  }

  var leaf: OpaquePointer { certificates[0] }

  private static func readCertificates(_ pem: [UInt8]) -> [OpaquePointer] {
    withMemoryFile(pem) { file in
      var found: [OpaquePointer] = []
      while let certificate = PEM_read_bio_X509(file, nil, nil, nil) { found.append(certificate) }
      return found
    }
  }

  /// An encrypted key must fail here: without a callback OpenSSL would ask for its password on the terminal.
  private static func readKey(_ pem: [UInt8]) -> OpaquePointer? {
    withMemoryFile(pem) { file in
      PEM_read_bio_PrivateKey(file, nil, { _, _, _, _ in 0 }, nil)
    }
  }

  /// The memory file borrows the bytes, so both end with the closure.
  private static func withMemoryFile<Value>(_ bytes: [UInt8], _ body: (OpaquePointer?) -> Value) -> Value {
    bytes.withUnsafeBytes { raw in
      let file = BIO_new_mem_buf(raw.baseAddress, Int32(clamping: raw.count))
      defer {
        BIO_free(file)
        ERR_clear_error()
      }
      return body(file)
    }
  }
}
