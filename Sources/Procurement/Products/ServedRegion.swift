import EOrderRules
import Postgres

/// A region in which somebody wants to buy: it meets vendors that serve it, a part of it, or more than it.
struct ServedRegion {
  private let region: String
  private let rulebook: Rulebook

  init(_ region: String, under rulebook: Rulebook) {
    self.region = region
    self.rulebook = rulebook
  }

  /// Whether the vendor of a row serves it. A vendor that names no regions serves that of its address; where vendors of
  /// the whole nation may join (`vendor.region_policy`), those from elsewhere serve the province that they joined.
  /// - Parameters:
  ///   - named: the row's column of named regions.
  ///   - address: the row's column of the region of the address.
  func isServed(named: SQL, address: SQL) -> SQL {
    let province = rulebook.tenant.code
    let joins = rulebook.vendors.regionPolicy == .national && "\(region).".hasPrefix("\(province).")
    return """
      CASE WHEN cardinality(\(named)) > 0
        THEN EXISTS (SELECT FROM unnest(\(named)) AS s(code) WHERE \(meets("s.code")))
        ELSE \(meets(address)) OR (\(joins) AND NOT starts_with(\(address) || '.', \(province + "."))) END
      """
  }

  private func meets(_ code: SQL) -> SQL {
    """
    (starts_with(\(code) || '.', \(region + ".")) OR starts_with(\(region + "."), \(code) || '.'))
    """
  }
}
