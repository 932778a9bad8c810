/// Somebody's name and address.
package struct Mailbox: Sendable, Equatable {
  package let name: String?
  package let address: String

  /// - Parameter name: as people write it; what no header may hold becomes a space.
  /// - Returns: nil for an address that is more than one plain address in ASCII.
  package init?(name: String? = nil, address: String) {
    let sides = address.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty, address.utf8.count <= 320,
      address.utf8.allSatisfy(Self.isPlain)
    else { return nil }
    self.name = name
    self.address = address
  }

  /// Printable ASCII that means nothing to the grammar of headers and of SMTP.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"()<>[]:;\\,\"".utf8.contains(byte)
  }
}
