import HTTPTypes
package import Hummingbird

/// What the port without TLS does: it sends everybody to HTTPS, and answers the two probes itself.
package struct PlainRedirect: Sendable {
  private let httpsPort: @Sendable () -> Int
  private let isServed: @Sendable (String) -> Bool
  private let probes: [String: WebServer.Answer]

  /// - Parameters:
  ///   - httpsPort: asked at every request, as it may be known only once the other server listens.
  ///   - isServed: whether a host name (lower-cased, without port) is a tenant's or the admin's; nobody is sent
  ///     to any other.
  ///   - health: answers `/healthz` on any host.
  ///   - ready: answers `/readyz` on any host.
  package init(
    httpsPort: @escaping @Sendable () -> Int, isServed: @escaping @Sendable (String) -> Bool,
    health: @escaping WebServer.Answer, ready: @escaping WebServer.Answer
  ) {
    self.httpsPort = httpsPort
    self.isServed = isServed
    self.probes = ["/healthz": health, "/readyz": ready]
  }

  /// For `WebServer(addresses:logger:answer:)`.
  package func answer(_ request: Request, _ source: RequestSource) async throws -> Response {
    if let probe = probes[request.uri.path] { return try await probe(request, source) }
    guard let host = request.head.authority.flatMap({ HostField($0) })?.name, isServed(host) else {
      return Response(refusal: .unknownHost, to: request, traceId: source.traceId, fields: HTTPFields())
    }
    let port = httpsPort()
    let authority = port == 443 ? host : "\(host):\(port)"
    return Response(
      status: .permanentRedirect, headers: [.location: "https://\(authority)\(request.head.path ?? "/")"])
  }
}
