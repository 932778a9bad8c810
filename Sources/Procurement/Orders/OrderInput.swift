import EOrderRules
package import Foundation
package import StrictJSON

/// The body of a new order (api.md §3, `POST /orders`).
package struct OrderInput: Sendable {
  package struct Line: Sendable {
    let productID: UUID
    let quantity: Int64
  }

  package let packageID: UUID?
  package let needID: UUID?
  package let budgetLineID: UUID
  package let vendorID: UUID
  package let lines: [Line]
  package let terms: OrderTerms
  package let submits: Bool

  package init(_ body: JSONValue) throws {
    guard let budgetLine = body["budgetLineId"]?.uuid, let vendor = body["vendorId"]?.uuid,
      let terms = OrderTerms(body), let lines = body["lines"]?.elements
    else { throw Refusal.invalid([FieldError("", .required)]) }
    packageID = body["packageId"]?.uuid
    needID = body["needId"]?.uuid
    budgetLineID = budgetLine
    vendorID = vendor
    self.terms = terms
    self.lines = lines.compactMap(Line.init)
    submits = body["submit"]?.bool ?? false
  }

  private static let lineShape = Shape.component(
    "OrderLineInput",
    .object([
      .required("productId", .uuid), .required("quantity", .integer(min: 1, max: 1_000_000)),
    ]))

  static let placeShape = Shape.component(
    "DeliveryPlace",
    .object([.required("street", .text(max: 500)), .required("regionCode", .text(.regionCode))]))

  static let comparedPriceShape = Shape.component(
    "ComparedPrice",
    .object([
      .required("source", .text(max: 500)), .required("unitPrice", .integer(min: 1, max: 50_000_000)),
    ]))

  private static let members: [ShapeField] = [
    .optional("packageId", .uuid, "The package (RUP); either this or needId."),
    .optional("needId", .uuid),
    .required("budgetLineId", .uuid), .required("vendorId", .uuid), .required("lines", linesShape),
    .required("deliverTo", placeShape), .required("deliverBy", .date),
    .required("paymentMode", .oneOf(PaymentMode.self)), .optional("note", .nullable(.note)),
    .optional("justification", .nullable(.note)),
    .optional("catalogueCheck", .nullable(PackageRow.catalogueCheckShape)),
    .optional("comparedPrices", .nullable(.array(of: comparedPriceShape, max: 20))),
    .optional("submit", .boolean),
  ]

  static let linesShape = Shape.array(of: lineShape, min: 1, max: 60)

  /// The body of `POST /orders` and `POST /orders/preview`.
  package static let shape = Shape.component(
    "OrderInput", .object(members, .exactlyOne(of: ["packageId", "needId"])))
}

extension OrderInput.Line {
  init?(_ value: JSONValue) {
    guard let product = value["productId"]?.uuid, let quantity = value["quantity"]?.int64 else { return nil }
    productID = product
    self.quantity = quantity
  }
}

extension OrderTerms {
  /// The terms of a validated body; nil where a required member is absent.
  init?(_ body: JSONValue) {
    guard let street = body["deliverTo"]?["street"]?.text,
      let region = body["deliverTo"]?["regionCode"]?.text,
      let day = body["deliverBy"]?.day, let mode = body["paymentMode"]?.text.flatMap(PaymentMode.init)
    else { return nil }
    self.init(
      street: street, regionCode: region, deliverBy: day, paymentMode: mode, note: body["note"]?.text,
      justification: body["justification"]?.text, catalogueCheck: CatalogueCheck(body["catalogueCheck"]),
      comparedPrices: Self.prices(body["comparedPrices"]))
  }
}

extension CatalogueCheck {
  init?(_ value: JSONValue?) {
    guard let result = value?["result"]?.text.flatMap(Result.init) else { return nil }
    self.init(result: result, reason: value?["reason"]?.text, evidence: value?["evidence"]?.text)
  }
}
