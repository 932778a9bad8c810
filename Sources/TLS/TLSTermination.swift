package import NIOCore
import NIOSSL

/// TLS for accepted connections, each with the certificate of the host that the client names.
package struct TLSTermination: Sendable {
  private let context: NIOSSLContext

  /// Handshakes look the store up one by one, so its reloads hold from the next handshake on.
  package init(_ certificates: CertificateStore) throws {
    var settings = TLSConfiguration.intermediate(certificates.certificate(for: nil))
    settings.sslContextCallback = { hello, promise in
      ServerName.ofThisHandshake?.read(hello.serverHostname)
      promise.succeed(certificates.certificate(for: hello.serverHostname).override)
    }
    self.context = try NIOSSLContext(configuration: settings)
  }

  /// Adds the handlers to an accepted connection, on its event loop.
  ///
  /// - Parameter name: where the handshake writes the SNI name.
  package func addHandlers(to channel: any Channel, name: ServerName) throws {
    try channel.pipeline.syncOperations.addHandlers([
      ServerNameHandler(name), NIOSSLServerHandler(context: context),
    ])
  }
}
