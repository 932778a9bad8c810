package import EOrderRules
package import StrictJSON

/// What a vendor says of a product.
package struct ProductContent: Sendable, Equatable {
  package var name: String
  package var description: String
  /// The code of a category of the province.
  package var category: String
  package var unitOfMeasure: String
  /// For one unit of measure.
  package var price: Rupiah
  package var priceIncludesVat: Bool
  /// Nil where the body leaves it to the category.
  package var taxClass: TaxClass?
  package var sku: String?
  package var localContentPercent: Int64?
  package var stock: Int64?
  package var minimumQuantity: Int64?
  package var leadTimeDays: Int64?
  /// Whether it bears luxury tax (PPnBM).
  package var isLuxury: Bool

  /// Reads a body that `ProductContent.shape` has checked.
  package init(body: JSONValue) {
    name = body.string("name")
    description = body.string("description")
    category = body.string("category")
    unitOfMeasure = body.string("unitOfMeasure")
    price = Rupiah(body["price"]?.int64 ?? 0)
    priceIncludesVat = body["priceIncludesVat"]?.bool ?? false
    taxClass = body["taxClass"]?.text.flatMap { TaxClass(rawValue: $0) }
    sku = body["sku"]?.text
    localContentPercent = body["localContentPercent"]?.int64
    stock = body["stock"]?.int64
    minimumQuantity = body["minimumQuantity"]?.int64
    leadTimeDays = body["leadTimeDays"]?.int64
    isLuxury = body["luxury"]?.bool ?? false
  }

  /// The members as the API and patches know them.
  package var json: JSONValue {
    [
      "name": .string(name), "description": .string(description), "category": .string(category),
      "unitOfMeasure": .string(unitOfMeasure), "price": JSONValue(price),
      "priceIncludesVat": .bool(priceIncludesVat), "taxClass": JSONValue(taxClass?.rawValue),
      "sku": JSONValue(sku), "localContentPercent": JSONValue(localContentPercent), "stock": JSONValue(stock),
      "minimumQuantity": JSONValue(minimumQuantity), "leadTimeDays": JSONValue(leadTimeDays),
      "luxury": .bool(isLuxury),
    ]
  }
}

extension ProductContent {
  /// The members of a product and whether a new one needs them.
  private static let members: [(name: String, shape: Shape, isRequired: Bool)] = [
    ("name", .name, true), ("description", .description, true), ("category", Self.categoryCode, true),
    ("unitOfMeasure", Self.unitOfMeasure, true), ("price", .integer(min: 1, max: 50_000_000), true),
    ("priceIncludesVat", .boolean, true), ("taxClass", .nullable(.oneOf(TaxClass.self)), false),
    ("sku", .nullable(.text(max: 100)), false),
    ("localContentPercent", .nullable(.integer(min: 0, max: 100)), false),
    ("stock", .nullable(.integer(min: 0, max: 1_000_000_000)), false),
    ("minimumQuantity", .nullable(.integer(min: 1, max: 1_000_000)), false),
    ("leadTimeDays", .nullable(.integer(min: 0, max: 3650)), false), ("luxury", .boolean, false),
  ]

  static let categoryCode = Shape.text(
    TextFormat(
      "category", example: "stationery",
      .sequence([.characters("a-z", 1...1), .characters("a-z0-9_-", 0...39)])))
  static let unitOfMeasure = Shape.text(max: 100)

  /// The body of a new product.
  package static let shape = Shape.component(
    "ProductDraft",
    .object(members.map { $0.isRequired ? .required($0.name, $0.shape) : .optional($0.name, $0.shape) }))

  /// The body of a change: what is left out stays.
  package static let patch = Shape.component(
    "ProductPatch", .object(members.map { .optional($0.name, $0.shape) }))
}

extension ProductContent {
  /// The content with its tax class settled, and what the province's categories have against it.
  func settled(under rulebook: Rulebook) -> (content: ProductContent, errors: [FieldError]) {
    guard let category = rulebook.categories[category] else {
      return (self, [FieldError("/category", .notFound)])
    }
    var settled = self
    if taxClass == nil, category.taxClasses.count == 1 { settled.taxClass = category.taxClasses.first }
    guard let taxClass = settled.taxClass else { return (self, [FieldError("/taxClass", .required)]) }
    guard category.taxClasses.contains(taxClass) else {
      let allowed = category.taxClasses.map(\.rawValue).joined(separator: ", ")
      return (self, [FieldError("/taxClass", .notOneOf, bound: allowed)])
    }
    return (settled, [])
  }
}
