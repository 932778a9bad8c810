import Foundation
import NIOSSL
import TLS
import Testing

import struct X509.Certificate

@Suite struct HandshakeTests {
  let folder = try! TemporaryFolder()

  func endpoint(_ hosts: String...) async throws -> (TestEndpoint, CertificateStore, URL) {
    let authority = try DevelopmentAuthority(folder: folder.url.appending(path: "ca"))
    try authority.ensure(hosts: hosts, in: folder.url)
    let store = try CertificateStore(folder: folder.url, defaultHost: "admin.localhost")
    return (try await TestEndpoint(TLSTermination(store)), store, authority.certificateFile)
  }

  @Test func `each name gets its own certificate, any other the admin host's, and the server knows the name`()
    async throws
  {
    let (server, _, authority) = try await endpoint("admin.localhost", "sumbar.localhost", "dki.localhost")
    for (sent, shown, told) in [
      ("sumbar.localhost", "sumbar.localhost", "sumbar.localhost"),
      ("DKI.localhost", "dki.localhost", "dki.localhost"),
      ("unknown.localhost", "admin.localhost", "unknown.localhost"), (nil, "admin.localhost", "-"),
    ] {
      for version in [TLSVersion.tlsv12, .tlsv13] {
        let client = try await TestClient(
          port: server.port, serverName: sent, authority: authority, maximum: version)
        #expect(client.version == version)
        #expect(try client.names == [shown])
        #expect(try await client.exchange() == [told])
      }
    }
    try await server.close()
  }

  @Test(arguments: [TLSVersion.tlsv1, .tlsv11])
  func `refuses versions before 1.2`(version: TLSVersion) async throws {
    let (server, _, authority) = try await endpoint("admin.localhost")
    await #expect(throws: (any Error).self) {
      _ = try await TestClient(
        port: server.port, serverName: "admin.localhost", authority: authority, maximum: version)
    }
    try await server.close()
  }

  @Test func `twenty rotations under load: no error, every certificate seen, an open connection lives on`()
    async throws
  {
    let (server, store, authority) = try await endpoint("admin.localhost", "sumbar.localhost")
    let steady = try await TestClient(
      port: server.port, serverName: "sumbar.localhost", authority: authority)
    async let answers = steady.exchange(times: 20, pause: .milliseconds(20))
    var seen: Set<Certificate.SerialNumber> = []
    for rotation in 0..<20 {
      // A missing file forces a new certificate; every fifth is garbage and changes nothing.
      if rotation % 5 == 4 {
        try folder.write("garbage", to: "sumbar.localhost.pem")
        #expect(store.reload().refused.map(\.fault) == [.noCertificate])
      } else {
        try FileManager.default.removeItem(at: folder.url.appending(path: "sumbar.localhost.pem"))
        try DevelopmentAuthority(folder: folder.url.appending(path: "ca"))
          .ensure(hosts: ["sumbar.localhost"], in: folder.url)
        #expect(store.reload().refused.isEmpty)
      }
      try await withThrowingTaskGroup(of: Certificate.SerialNumber.self) { group in
        for _ in 0..<5 {
          group.addTask {
            let client = try await TestClient(
              port: server.port, serverName: "sumbar.localhost", authority: authority)
            #expect(try await client.exchange() == ["sumbar.localhost"])
            return client.certificate.serialNumber
          }
        }
        for try await serial in group { seen.insert(serial) }
      }
    }
    #expect(seen.count == 16)
    #expect(try await answers == Array(repeating: "sumbar.localhost", count: 20))
    try await server.close()
  }
}
