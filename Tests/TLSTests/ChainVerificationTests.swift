import Foundation
import TLS
import Testing

@Suite struct ChainVerificationTests {
  let folder = try! TemporaryFolder()
  let day: TimeInterval = 86_400

  /// What a reload says of `sumbar.localhost` served with these files.
  func fault(chain: String, key: String) throws -> CertificateFault? {
    try DevelopmentAuthority(folder: folder.url.appending(path: "ca"))
      .ensure(hosts: ["admin.localhost"], in: folder.url)
    try folder.write(chain, to: "sumbar.localhost.pem")
    try folder.write(key, to: "sumbar.localhost.key")
    let report = try CertificateStore(folder: folder.url, defaultHost: "admin.localhost").reload()
    #expect(report.refused.isEmpty == report.served.contains("sumbar.localhost"))
    return report.refused.first?.fault
  }

  func chain(
    host: String = "sumbar.localhost", from start: TimeInterval = -86_400, to end: TimeInterval = 30 * 86_400
  ) throws -> IssuedChain {
    try IssuedChain(host: host, from: Date() + start, to: Date() + end)
  }

  @Test func `takes a chain with or without its root`() throws {
    let chain = try chain()
    #expect(try fault(chain: chain.leaf, key: chain.leafKey) == nil)
    #expect(try fault(chain: chain.leaf + chain.intermediate, key: chain.leafKey) == nil)
    #expect(try fault(chain: chain.leaf + chain.intermediate + chain.root, key: chain.leafKey) == nil)
  }

  @Test func `refuses a chain that is out of order, incomplete or mixed`() throws {
    let chain = try chain()
    let other = try self.chain()
    #expect(
      try fault(chain: chain.leaf + chain.root + chain.intermediate, key: chain.leafKey)
        == .brokenChain(position: 1))
    #expect(
      try fault(chain: chain.leaf + other.intermediate, key: chain.leafKey) == .brokenChain(position: 1))
    #expect(
      try fault(chain: chain.leaf + chain.intermediate + other.root, key: chain.leafKey)
        == .brokenChain(position: 2))
  }

  @Test func `refuses another's key`() throws {
    let chain = try chain()
    #expect(try fault(chain: chain.leaf, key: self.chain().leafKey) == .keyMismatch)
    #expect(try fault(chain: chain.intermediate + chain.root, key: chain.leafKey) == .keyMismatch)
  }

  @Test func `refuses what is expired or not yet valid`() throws {
    let past = try chain(from: -9 * day, to: -1)
    #expect(try fault(chain: past.leaf + past.intermediate, key: past.leafKey) == .expired)
    let future = try chain(from: day, to: 9 * day)
    #expect(try fault(chain: future.leaf, key: future.leafKey) == .notYetValid)
  }

  @Test func `refuses a certificate of another host`() throws {
    let chain = try chain(host: "dki.localhost")
    #expect(try fault(chain: chain.leaf, key: chain.leafKey) == .wrongName(host: "sumbar.localhost"))
  }

  @Test func `does not ask the terminal for an encrypted key's password`() throws {
    let chain = try chain()
    let plain = folder.url.appending(path: "plain").path
    try folder.write(chain.leafKey, to: "plain")
    let openssl = Process()
    openssl.executableURL = URL(filePath: "/usr/bin/openssl")
    openssl.arguments = ["pkey", "-in", plain, "-aes256", "-passout", "pass:x", "-out", plain + ".encrypted"]
    try openssl.run()
    openssl.waitUntilExit()
    #expect(try fault(chain: chain.leaf, key: folder.text("plain.encrypted")) == .noPrivateKey)
  }
}
