/// When orders belong together, and what flags weigh.
package struct SplittingSettings: Hashable, Sendable {
  /// The sum above which they are held or blocked.
  package let limit: Rupiah
  /// Days in which similar orders of a unit are added up.
  package let windowDays: Int
  /// Days in which orders of a unit from one vendor are added up.
  package let vendorWindowDays: Int
  /// From which likeness items count as similar.
  package let similarity: Ratio
  /// From which share of a threshold an order counts as close to it.
  package let nearRatio: Ratio
  /// Hours for which a product counts as newly listed.
  package let newProductHours: Int
  /// Which change of price sends a product back to curation.
  package let priceChange: Ratio
  /// What SPL2 weighs.
  package let categorySeverity: Severity
  /// What SPL3 weighs.
  package let vendorSeverity: Severity
  /// What NEW1 weighs.
  package let newProductSeverity: Severity

  init(_ settings: TenantRules) throws(RulesError) {
    func severity(_ code: ViolationCode) throws(RulesError) -> Severity {
      let word = try settings.part(code.rawValue, of: "flags.severity").text
      guard let severity = word.flatMap(Severity.init) else { throw .setting("flags.severity") }
      return severity
    }
    limit = Rupiah(try settings.integer("split.limit"))
    windowDays = try settings.count("split.window_days")
    vendorWindowDays = try settings.count("split.vendor_window_days")
    similarity = try settings.read("split.similarity")
    nearRatio = try settings.read("split.near_ratio")
    newProductHours = try settings.count("flags.new_product_hours")
    priceChange = try settings.read("flags.price_change")
    categorySeverity = try severity(.splitCategory)
    vendorSeverity = try severity(.splitVendor)
    newProductSeverity = try severity(.newProduct)
  }
}
