import Crypto
package import Foundation
import SwiftASN1
import X509

/// A certificate authority for development: its key lies in a folder and it is trusted by nobody else.
package struct DevelopmentAuthority: Sendable {
  /// The authority's certificate as PEM, for clients to trust.
  package let certificateFile: URL
  private let folder: URL
  private let certificate: Certificate
  private let key: Certificate.PrivateKey

  /// How long an issued certificate is valid: what browsers and Mozilla's profile recommend at most.
  static let validity: TimeInterval = 90 * 86_400
  /// A certificate with less time left is issued anew.
  static let renewal: TimeInterval = 30 * 86_400

  /// Loads the authority of the folder, or creates folder and authority on first use.
  package init(folder: URL, now: Date = Date()) throws {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let certificateFile = folder.appending(path: "ca.pem")
    let keyFile = folder.appending(path: "ca.key")
    let own = try FolderLock.hold(folder) {
      if let own = AuthorityIdentity(certificateFile: certificateFile, keyFile: keyFile, now: now) {
        return own
      }
      let own = try AuthorityIdentity(newAt: now)
      // The certificate goes last: where it is there, its key is.
      try DurableFile.write(try own.key.serializeAsPEM().pemString, to: keyFile)
      try DurableFile.write(try own.certificate.serializeAsPEM().pemString, to: certificateFile)
      return own
    }
    self.folder = folder
    self.certificateFile = certificateFile
    self.certificate = own.certificate
    self.key = own.key
  }

  /// Sees to it that every host has a certificate of this authority with at least 30 days left.
  ///
  /// - Returns: the hosts that were issued a new one, in the order given.
  @discardableResult
  package func ensure(hosts: [String], in tlsFolder: URL, now: Date = Date()) throws -> [String] {
    try FileManager.default.createDirectory(
      at: tlsFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return try FolderLock.hold(folder) {
      try hosts.map { $0.lowercased() }.filter { host in
        if isFresh(host, in: tlsFolder, now: now) { return false }
        try issue(host, in: tlsFolder, now: now)
        return true
      }
    }
  }

  /// Valid for another 30 days, for this name, with its own key, and of this authority and no earlier one.
  private func isFresh(_ host: String, in tlsFolder: URL, now: Date) -> Bool {
    guard let served = try? ServedCertificate(host: host, folder: tlsFolder, date: now),
      served.expires.timeIntervalSince(now) >= Self.renewal,
      let pem = try? String(contentsOf: tlsFolder.appending(path: "\(host).pem"), encoding: .utf8),
      let leaf = try? Certificate(pemEncoded: pem)
    else { return false }
    return certificate.publicKey.isValidSignature(leaf.signature, for: leaf)
  }

  private func issue(_ host: String, in tlsFolder: URL, now: Date) throws {
    let leafKey = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let leaf = try Certificate(
      servingHost: host, publicKey: leafKey.publicKey, issuer: certificate, issuerKey: key, now: now)
    // Between the two renames the pair does not match; a store that looks just then keeps the earlier one.
    try DurableFile.write(
      try leafKey.serializeAsPEM().pemString, to: tlsFolder.appending(path: "\(host).key"))
    try DurableFile.write(
      try leaf.serializeAsPEM().pemString, to: tlsFolder.appending(path: "\(host).pem"))
  }
}
