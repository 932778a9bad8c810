import EOrderRules
import Foundation
import Postgres

/// Who sells a product, as the product's row repeats it.
struct Seller: RowDecodable {
  let id: UUID
  let nib: String
  let name: String
  let regionCode: String
  let isVerified: Bool

  init(row: inout Row) throws {
    id = try row.next()
    nib = try row.next()
    name = try row.next()
    regionCode = try row.next()
    isVerified = try row.next()
  }

  /// Locked against a change of state while products are written beside it; the caller adds WHERE.
  static func select(where condition: SQL) -> SQL {
    """
    SELECT v.id, v.nib, v.business_name, v.region_code, v.state = 'verified' FROM vendor v WHERE \(condition)
    FOR SHARE
    """
  }
}

/// Contents of products with their ids, written together.
struct ProductContents {
  let ids: [UUID]
  let contents: [ProductContent]

  /// Inserts products in `draft`; the sellers are in the order of the products.
  func insertion(of sellers: [Seller], at now: Date) -> SQL {
    """
    INSERT INTO product (id, name, description, category, unit_of_measure, price, price_includes_vat, tax_class, sku,
      local_content_percent, stock, minimum_quantity, lead_time_days, luxury, vendor_id, vendor_name, region_code,
      service_regions, vendor_verified, state, created_at, updated_at)
    SELECT t.*, s.vendor_id, s.vendor_name, s.region_code,
      (SELECT v.service_regions FROM vendor v WHERE v.id = s.vendor_id), s.verified::boolean, 'draft', \(now), \(now)
    FROM (\(table)) t
    JOIN unnest(\(SQLArray(ids)), \(SQLArray(sellers.map(\.id))), \(SQLArray(sellers.map(\.name))),
      \(SQLArray(sellers.map(\.regionCode))), \(SQLArray(sellers.map { String($0.isVerified) })))
      AS s(id, vendor_id, vendor_name, region_code, verified) ON s.id = t.id
    """
  }

  /// Writes contents of products that are there, with the states in which they are afterwards.
  func update(states: [ProductState], at now: Date) -> SQL {
    """
    UPDATE product p SET name = t.name, description = t.description, category = t.category,
      unit_of_measure = t.unit_of_measure, price = t.price, price_includes_vat = t.price_includes_vat,
      tax_class = t.tax_class, sku = t.sku, local_content_percent = t.local_content_percent, stock = t.stock,
      minimum_quantity = t.minimum_quantity, lead_time_days = t.lead_time_days, luxury = t.luxury, state = s.state,
      updated_at = \(now), version = p.version + 1
    FROM (\(table)) t
    JOIN unnest(\(SQLArray(ids)), \(SQLArray(states.map(\.rawValue)))) AS s(id, state) ON s.id = t.id
    WHERE p.id = t.id
    """
  }

  /// The contents as a table; an empty text stands for a value that is not there.
  private var table: SQL {
    """
    SELECT u.id, u.name, u.description, u.category, u.unit_of_measure, u.price,
           u.price_includes_vat::boolean AS price_includes_vat, u.tax_class, nullif(u.sku, '') AS sku,
           nullif(u.local_content_percent, '')::integer AS local_content_percent,
           nullif(u.stock, '')::bigint AS stock, nullif(u.minimum_quantity, '')::bigint AS minimum_quantity,
           nullif(u.lead_time_days, '')::integer AS lead_time_days, u.luxury::boolean AS luxury
    FROM unnest(\(SQLArray(ids)), \(texts(\.name)), \(texts(\.description)), \(texts(\.category)),
      \(texts(\.unitOfMeasure)), \(SQLArray(contents.map(\.price.amount))), \(texts { String($0.priceIncludesVat) }),
      \(texts(\.taxClass?.rawValue)), \(texts(\.sku)), \(numbers(\.localContentPercent)), \(numbers(\.stock)),
      \(numbers(\.minimumQuantity)), \(numbers(\.leadTimeDays)), \(texts { String($0.isLuxury) }))
      AS u(id, name, description, category, unit_of_measure, price, price_includes_vat, tax_class, sku,
        local_content_percent, stock, minimum_quantity, lead_time_days, luxury)
    """
  }

  private func texts(_ member: (ProductContent) -> String?) -> SQLArray<String> {
    SQLArray(contents.map { member($0) ?? "" })
  }

  private func numbers(_ member: (ProductContent) -> Int64?) -> SQLArray<String> {
    texts { member($0).map(String.init) }
  }
}
