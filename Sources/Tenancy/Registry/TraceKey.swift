import Crypto
package import EOrderRules

/// The key under which a province's particulars are hashed for comparing; it is derived, never in the database, and
/// another in each province, so that hashes say nothing to whoever holds only them (security.md §4).
package struct TraceKey: Sendable, CustomStringConvertible {
  private let key: SymmetricKey

  package init(_ master: MasterKey, tenant slug: String) {
    key = SymmetricKey(data: master.derive("traces/\(slug)"))
  }

  /// HMAC-SHA-256 of a particular in its normal form; nil where it says too little to be compared.
  package func hash(_ kind: TraceKind, _ text: String) -> [UInt8]? {
    hash(kind, normal: kind.normal(text))
  }

  /// The same of an address in its region.
  package func hash(address: String, in region: String) -> [UInt8]? {
    hash(.address, normal: TraceKind.normal(address: address, in: RegionCode(region)))
  }

  private func hash(_ kind: TraceKind, normal: String) -> [UInt8]? {
    guard !normal.isEmpty else { return nil }
    return Array(
      HMAC<SHA256>.authenticationCode(for: Array("\(kind.rawValue)\n\(normal)".utf8), using: key))
  }

  package var description: String { "•••" }
}
