import Foundation
import TLS
import Testing

@Suite struct CertificateStoreTests {
  let folder = try! TemporaryFolder()

  func issue(_ hosts: String...) throws {
    try DevelopmentAuthority(folder: folder.url.appending(path: "ca")).ensure(hosts: hosts, in: folder.url)
  }

  func store() throws -> CertificateStore {
    try CertificateStore(folder: folder.url, defaultHost: "admin.localhost")
  }

  @Test func `answers by exact name whatever its case, and the admin host's otherwise`() throws {
    try issue("admin.localhost", "sumbar.localhost")
    let store = try store()
    #expect(store.certificate(for: "sumbar.localhost").host == "sumbar.localhost")
    #expect(store.certificate(for: "SUMBAR.Localhost").host == "sumbar.localhost")
    for other in [nil, "", "unknown.localhost", "x.sumbar.localhost", "sumbar.localhost."] {
      #expect(store.certificate(for: other).host == "admin.localhost")
    }
    #expect(store.certificates.map(\.host) == ["admin.localhost", "sumbar.localhost"])
  }

  @Test func `does not start without the admin host, and says why`() throws {
    try issue("sumbar.localhost")
    let missing = #expect(throws: MissingDefaultCertificate.self) { try store() }
    #expect(missing?.description.contains("No certificate for admin.localhost in") == true)
    #expect(missing?.description.contains("no such file") == true)
  }

  @Test func `takes new hosts at a reload and drops those whose files are gone, but never the default`()
    throws
  {
    try issue("admin.localhost", "dki.localhost")
    let store = try store()
    try issue("sumbar.localhost")
    for name in ["admin.localhost", "dki.localhost"] {
      try FileManager.default.removeItem(at: folder.url.appending(path: "\(name).pem"))
      try FileManager.default.removeItem(at: folder.url.appending(path: "\(name).key"))
    }
    let report = store.reload()
    #expect(report.served == ["admin.localhost", "sumbar.localhost"])
    #expect(report.dropped == ["dki.localhost"])
    #expect(report.refused.map(\.host) == ["admin.localhost"])
    #expect(store.certificate(for: nil).host == "admin.localhost")
  }

  @Test(arguments: ["admin.localhost.pem", "admin.localhost.key"])
  func `keeps what it had while a file is garbage, and says so`(name: String) throws {
    try issue("admin.localhost")
    let store = try store()
    let before = store.certificate(for: nil).chain
    try folder.write("garbage", to: name)
    let refused = store.reload().refused
    #expect(refused.map(\.fault) == [name.hasSuffix("pem") ? .noCertificate : .noPrivateKey])
    #expect(refused.map(\.keepsEarlier) == [true])
    #expect(store.certificate(for: nil).chain == before)
  }

  @Test func `keeps everything while the folder cannot be read`() throws {
    try issue("admin.localhost", "sumbar.localhost")
    let store = try store()
    try FileManager.default.removeItem(at: folder.url)
    let report = store.reload()
    #expect(report.served == ["admin.localhost", "sumbar.localhost"])
    #expect(report.refused.count == 2)
  }

  @Test func `a host that was never good is reported and answered with the default`() throws {
    try issue("admin.localhost")
    try folder.write("garbage", to: "sumbar.localhost.pem")
    let store = try store()
    #expect(store.reload().refused.map(\.keepsEarlier) == [false])
    #expect(store.certificate(for: "sumbar.localhost").host == "admin.localhost")
  }
}
