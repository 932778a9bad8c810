import Foundation
import Logging
import TLS
import Tenancy

/// Certificates of new hosts: a development installation issues them, any other is told which is missing.
struct HostCertificates: Sendable {
  /// The folder of `EORDER_TLS_DIR`; nil where this process knows of none.
  let folder: URL?
  let domain: String
  let logger: Logger

  /// An authority in the folder of certificates is a development authority.
  static func authorityFolder(in tlsFolder: URL) -> URL { tlsFolder.appending(path: "authority") }

  var step: OperatorStep {
    OperatorStep("certificate") { _, work in
      if let slug = work.tenant { try ensure("\(slug).\(domain)") }
      return nil
    }
  }

  private func ensure(_ host: String) throws {
    guard let folder else { return }
    let authority = Self.authorityFolder(in: folder)
    if FileManager.default.fileExists(atPath: authority.appending(path: "ca.key").path) {
      try DevelopmentAuthority(folder: authority).ensure(hosts: [host], in: folder)
    } else if !FileManager.default.fileExists(atPath: folder.appending(path: "\(host).pem").path) {
      logger.warning(
        "host has no certificate yet", metadata: ["host": "\(host)", "folder": "\(folder.path)"])
    }
  }
}
