/// The files that a province's data comes in; the raw values stand in URLs.
package enum ImportKind: String, Sendable, CaseIterable {
  case units, officials
  case budgetLines = "budget-lines"
  case packages
  case standardPrices = "standard-prices"
  case vendors, products, blacklist

  /// The order in which the files of a new province have to be read, each after those that it names.
  package static let inOrder: [ImportKind] = [
    .units, .officials, .budgetLines, .packages, .standardPrices, .vendors, .products,
  ]

  var target: any ImportTarget.Type {
    switch self {
    case .units: UnitImport.self
    case .officials: OfficialImport.self
    case .budgetLines: BudgetLineImport.self
    case .packages: PackageImport.self
    case .standardPrices: StandardPriceImport.self
    case .vendors: VendorImport.self
    case .products: ProductImport.self
    case .blacklist: BlacklistImport.self
    }
  }
}
