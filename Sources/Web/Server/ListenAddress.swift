import NIOCore

/// One address to listen on, of `EORDER_LISTEN` and its like.
package struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
  /// An IPv4 or IPv6 address, without brackets.
  package var host: String
  /// 0 takes any free port; several addresses with 0 take the same one.
  package var port: Int
  package var isTLS: Bool
  /// Left out with a notice where the machine has no such address (IPv6 in many containers).
  package var isOptional: Bool

  package init(host: String, port: Int, isTLS: Bool = true, isOptional: Bool = false) {
    self.host = host
    self.port = port
    self.isTLS = isTLS
    self.isOptional = isOptional
  }

  /// `https://127.0.0.1:8443`.
  package var description: String {
    let shown = host.contains(":") ? "[\(host)]" : host
    return "\(isTLS ? "https" : "http")://\(shown):\(port)"
  }

  /// Both loopback addresses; without ::1 where the machine has none.
  package static func loopback(port: Int, isTLS: Bool = true) -> [ListenAddress] {
    [
      ListenAddress(host: "127.0.0.1", port: port, isTLS: isTLS),
      ListenAddress(host: "::1", port: port, isTLS: isTLS, isOptional: true),
    ]
  }

  /// Reads addresses divided by commas or spaces: `[http://|https://]<address>:<port>`, where the address is
  /// IPv4, IPv6 in brackets, or `localhost`.
  ///
  /// - Parameter isTLS: what an address without scheme means.
  package static func parse(_ text: String, isTLS: Bool = true) throws(ListenAddressError) -> [ListenAddress]
  {
    let parts = text.split { $0 == "," || $0.isWhitespace }
    guard !parts.isEmpty else { throw ListenAddressError(text: text) }
    var addresses: [ListenAddress] = []
    for part in parts { addresses += try parseOne(String(part), isTLS: isTLS) }
    return addresses
  }

  private static func parseOne(_ text: String, isTLS: Bool) throws(ListenAddressError) -> [ListenAddress] {
    var rest = Substring(text)
    var isTLS = isTLS
    for (scheme, secure) in [("https://", true), ("http://", false)] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      isTLS = secure
    }
    guard let colon = rest.lastIndex(of: ":"), let port = UInt16(rest[rest.index(after: colon)...]) else {
      throw ListenAddressError(text: text)
    }
    var host = String(rest[..<colon])
    if host == "localhost" { return loopback(port: Int(port), isTLS: isTLS) }
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    if isBracketed { host = String(host.dropFirst().dropLast()) }
    guard isBracketed == host.contains(":"), (try? SocketAddress(ipAddress: host, port: Int(port))) != nil
    else {
      throw ListenAddressError(text: text)
    }
    return [ListenAddress(host: host, port: Int(port), isTLS: isTLS)]
  }
}

/// An address to listen on that cannot be understood.
package struct ListenAddressError: Error, Equatable, CustomStringConvertible {
  package let text: String

  package var description: String {
    "“\(text)” is no address to listen on; write https://127.0.0.1:8443, http://[::1]:8080 or localhost:8443."
  }
}
