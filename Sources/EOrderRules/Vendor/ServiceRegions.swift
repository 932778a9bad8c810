/// The regions that a vendor serves: those that it names, or those of its own address.
package struct ServiceRegions: Hashable, Sendable {
  /// The codes, each with everything in it.
  package let codes: [String]

  /// - Parameters:
  ///   - named: What the vendor names; empty where it names nothing.
  ///   - address: The region of its address.
  ///   - province: The code of the province that buys.
  package init(
    named: [String], address: String, policy: VendorSettings.RegionPolicy, province: String
  ) {
    if !named.isEmpty {
      codes = named
    } else if policy == .national {
      // Whoever joins from elsewhere does so to deliver here.
      codes = address.isWithin(province) ? [address] : [address, province]
    } else {
      codes = [address]
    }
  }

  /// Whether one of them lies in a region or holds it.
  package func meet(_ region: String) -> Bool {
    codes.contains { $0.isWithin(region) || region.isWithin($0) }
  }
}

extension String {
  fileprivate func isWithin(_ region: String) -> Bool { self == region || hasPrefix(region + ".") }
}
