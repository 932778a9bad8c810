import Foundation

/// An IP address and a port to listen on; port 0 takes any free one.
struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
  /// An IPv4 or IPv6 address, without brackets.
  let host: String
  let port: Int

  /// Reads `127.0.0.1:8443` or `[::1]:8443`; nil for anything else, names included.
  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...]
    guard let port = UInt16(digits), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let name = text[..<colon]
    let isBracketed = name.hasPrefix("[") && name.hasSuffix("]") && name.utf8.count > 2
    let address = isBracketed ? String(name.dropFirst().dropLast()) : String(name)
    guard Self.isAddress(address, family: isBracketed ? AF_INET6 : AF_INET) else { return nil }
    self.init(host: address, port: Int(port))
  }

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Both loopback addresses of this machine.
  static func loopback(port: Int) -> [ListenAddress] {
    [ListenAddress(host: "127.0.0.1", port: port), ListenAddress(host: "::1", port: port)]
  }

  var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  private static func isAddress(_ text: String, family: Int32) -> Bool {
    var buffer = in6_addr()  // large enough for both families
    return inet_pton(family, text, &buffer) == 1
  }
}
