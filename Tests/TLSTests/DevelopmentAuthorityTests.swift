import Foundation
import SwiftASN1
import TLS
import Testing
import X509

@Suite struct DevelopmentAuthorityTests {
  let folder = try! TemporaryFolder()
  var authorityFolder: URL { folder.url.appending(path: "ca") }
  var tlsFolder: URL { folder.url.appending(path: "tls") }

  func leaf(_ host: String) throws -> Certificate {
    try Certificate(pemEncoded: folder.text("tls/\(host).pem"))
  }

  @Test func `issues one certificate a host, for its name, at most 90 days, by its own authority`() throws {
    let authority = try DevelopmentAuthority(folder: authorityFolder)
    let issued = try authority.ensure(hosts: ["Admin.localhost", "sumbar.localhost"], in: tlsFolder)
    #expect(issued == ["admin.localhost", "sumbar.localhost"])
    let leaf = try leaf("sumbar.localhost")
    let names = try leaf.extensions.subjectAlternativeNames.map(Array.init)
    #expect(names == [.dnsName("sumbar.localhost")])
    #expect(leaf.notValidAfter.timeIntervalSince(leaf.notValidBefore) <= 90 * 86_400)
    let root = try Certificate(pemEncoded: folder.text("ca/ca.pem"))
    #expect(root.publicKey.isValidSignature(leaf.signature, for: leaf))
    #expect(authority.certificateFile.lastPathComponent == "ca.pem")
  }

  @Test func `leaves nothing that others may read`() throws {
    try DevelopmentAuthority(folder: authorityFolder).ensure(hosts: ["a.localhost"], in: tlsFolder)
    for name in ["ca/ca.key", "ca/ca.pem", "tls/a.localhost.key", "tls/a.localhost.pem"] {
      #expect(try folder.mode(name) == 0o600, "\(name)")
    }
    #expect(try folder.mode("ca") == 0o700)
    let drafts = try FileManager.default.contentsOfDirectory(atPath: tlsFolder.path)
    #expect(drafts.sorted() == ["a.localhost.key", "a.localhost.pem"])
  }

  @Test func `comes back as the same authority and issues nothing twice`() throws {
    let first = try DevelopmentAuthority(folder: authorityFolder)
    try first.ensure(hosts: ["a.localhost"], in: tlsFolder)
    let before = (try folder.text("ca/ca.pem"), try folder.text("tls/a.localhost.pem"))
    let second = try DevelopmentAuthority(folder: authorityFolder)
    #expect(try second.ensure(hosts: ["a.localhost"], in: tlsFolder) == [])
    #expect(try folder.text("ca/ca.pem") == before.0)
    #expect(try folder.text("tls/a.localhost.pem") == before.1)
  }

  @Test func `renews with less than 30 days left and not before`() throws {
    let start = Date()
    let authority = try DevelopmentAuthority(folder: authorityFolder, now: start)
    try authority.ensure(hosts: ["a.localhost"], in: tlsFolder, now: start)
    let day: TimeInterval = 86_400
    #expect(try authority.ensure(hosts: ["a.localhost"], in: tlsFolder, now: start + 59 * day) == [])
    #expect(
      try authority.ensure(hosts: ["a.localhost"], in: tlsFolder, now: start + 61 * day) == ["a.localhost"])
  }

  @Test func `replaces what is broken, of another authority or half written`() throws {
    let authority = try DevelopmentAuthority(folder: authorityFolder)
    try authority.ensure(hosts: ["a.localhost", "b.localhost", "c.localhost"], in: tlsFolder)
    try folder.write("garbage", to: "tls/a.localhost.pem")
    try folder.write(folder.text("tls/c.localhost.key"), to: "tls/b.localhost.key")
    #expect(
      try authority.ensure(hosts: ["a.localhost", "b.localhost", "c.localhost"], in: tlsFolder)
        == ["a.localhost", "b.localhost"])
    let other = try DevelopmentAuthority(folder: folder.url.appending(path: "other"))
    #expect(try other.ensure(hosts: ["c.localhost"], in: tlsFolder) == ["c.localhost"])
  }
}
