import EOrderRules
import Procurement

extension CatalogueText {
  var english: String {
    switch self {
    case .title: "Catalogue"
    case .lead: "Goods and services of verified micro and small businesses and cooperatives."
    case .words: "Search goods or services"
    case .search: "Search"
    case .narrow: "Filter and sort"
    case .category: "Category"
    case .anyCategory: "All categories"
    case .leastPrice: "Price from"
    case .mostPrice: "Price to"
    case .sort: "Sort by"
    case .by(let sort): sort.english
    case .found(let count, let more):
      more ? "\(count) products on this page" : count == 1 ? "1 product" : "\(count) products"
    case .nothingFits: "No product fits"
    case .nothingFitsAdvice: "Try other words, or drop the filters on price and category."
    case .nothingListed: "No product is listed yet"
    case .nothingListedAdvice: "Products appear here once a verified vendor has listed them."
    case .showAll: "Show all products"
    case .per(let unit): "per \(unit)"
    case .withVat: "VAT included"
    case .withoutVat: "without VAT"
    case .least(let quantity): "Sold from \(quantity)"
    case .leastQuantity: "Least quantity"
    case .vendor: "Vendor"
    case .region: "Region"
    case .servedRegion: "Serves the region"
    case .anyRegion: "All regions"
    case .allOfVendor: "All products of this vendor"
    case .sku: "SKU"
    case .unit: "Unit"
    case .stock: "Stock"
    case .leadTime: "Lead time"
    case .localContent: "Local content (TKDN)"
    case .taxClass: "Taxed as"
    case .standardPrice: "Standard price code"
    case .days(let count): count == 1 ? "1 day" : "\(count) days"
    case .description: "Description"
    case .price: "Price"
    case .notListed: "This product is not listed in the catalogue; only you and the verifiers see it."
    case .back: "Back to the catalogue"
    }
  }
}

extension ProductSort {
  fileprivate var english: String {
    switch self {
    case .relevance: "Best match"
    case .newest: "Newest"
    case .price: "Lowest price"
    case .priceDescending: "Highest price"
    case .name: "Name A–Z"
    }
  }
}

extension TaxClass {
  var english: String {
    switch self {
    case .goods: "Goods"
    case .service: "Service"
    case .catering: "Food and drink (regional tax)"
    case .exempt: "Exempt from VAT"
    }
  }
}
