/// What a look through the certificate folder changed.
package struct CertificateReload: Sendable, Equatable {
  /// A host whose files were not taken; what was served before goes on being served.
  package struct Refusal: Sendable, Equatable {
    package let host: String
    package let fault: CertificateFault
    /// Whether an earlier certificate of this host goes on being served.
    package let keepsEarlier: Bool
  }

  /// Hosts served from now on, sorted.
  package var served: [String] = []
  /// Hosts whose files are gone, sorted.
  package var dropped: [String] = []
  /// Hosts whose files are broken, sorted by host.
  package var refused: [Refusal] = []
}

/// The host that has to be served from the start has no certificate that can be.
package struct MissingDefaultCertificate: Error, CustomStringConvertible {
  package let host: String
  package let folder: String
  package let fault: CertificateFault

  package var description: String {
    "No certificate for \(host) in \(folder): \(fault)."
  }
}
