import EOrderRules
import Procurement

/// The words of the catalogue and of a product's page.
enum CatalogueText: Phrase {
  case title, lead, words, search, narrow, category, anyCategory, leastPrice, mostPrice, sort
  case by(ProductSort)
  case found(count: Int, more: Bool)
  case nothingFits, nothingFitsAdvice, nothingListed, nothingListedAdvice, showAll
  case per(unit: String)
  case withVat, withoutVat
  case least(quantity: String)
  case leastQuantity
  case vendor, region, allOfVendor, servedRegion, anyRegion
  case sku, unit, stock, leadTime, localContent, taxClass, standardPrice
  case days(Int64)
  case description, price, notListed, back
}

extension TaxClass: Phrase {}
