import Foundation
import NIOSSL
import TLS

/// A development authority with certificates of two hosts, and clients that trust it.
final class TestCertificates: Sendable {
  let termination: TLSTermination
  let client: NIOSSLContext
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID().uuidString)")
    let authority = try DevelopmentAuthority(folder: folder.appending(path: "ca"))
    try authority.ensure(hosts: ["admin.localhost", "sumbar.localhost"], in: folder)
    termination = try TLSTermination(CertificateStore(folder: folder, defaultHost: "admin.localhost"))
    var settings = TLSConfiguration.makeClientConfiguration()
    settings.trustRoots = .file(authority.certificateFile.path)
    settings.certificateVerification = .noHostnameVerification
    client = try NIOSSLContext(configuration: settings)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }
}
