import Crypto
package import Foundation

/// The key from which the secrets of a province's links follow, so that a link can be written into a message when it is
/// sent while the database keeps only the hash of its secret.
package struct LinkKey: Sendable, CustomStringConvertible {
  private let key: SymmetricKey

  package init(_ master: MasterKey, tenant slug: String) {
    key = SymmetricKey(data: master.derive("links/\(slug)"))
  }

  /// The key for links to central administrators; no province bears this name.
  package init(central master: MasterKey) { self.init(master, tenant: "admin") }

  /// 32 bytes that nobody without the key can tell from random ones.
  package func secret(of link: UUID) -> [UInt8] {
    let name = withUnsafeBytes(of: link.uuid) { Array($0) }
    return Array(HMAC<SHA256>.authenticationCode(for: name, using: key))
  }

  package var description: String { "•••" }
}
