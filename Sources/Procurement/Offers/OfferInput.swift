import Crypto
import EOrderRules
import Foundation
package import StrictJSON
import Tenancy

/// The body of a new offer (`POST /needs/{id}/offers`).
package struct OfferInput: Sendable {
  /// What the vendor describes where it offers no product of its own.
  static let itemShape = Shape.component(
    "OfferedItem",
    .object([
      .required("name", .name), .required("description", .description),
      .optional("taxClass", .nullable(.oneOf(TaxClass.self)), "Left out where the category has one alone."),
    ]))

  package static let shape = Shape.component(
    "OfferInput",
    .object(
      [
        .required("unitPrice", .integer(min: 1, max: 50_000_000)), .required("priceIncludesVat", .boolean),
        .optional(
          "deliveryDays", .nullable(.integer(min: 0, max: 365)), "Days from the order; or deliverBy."),
        .optional("deliverBy", .nullable(.date)), .optional("note", .nullable(.note)),
        .optional("productId", .uuid, "A listed product of the vendor; or item."),
        .optional("item", itemShape),
      ], .exactlyOne(of: ["productId", "item"])))

  private let body: JSONValue

  package init(body: JSONValue) { self.body = body }

  var productID: UUID? { body["productId"]?.uuid }

  /// Everything wrong with it that needs no other row.
  func errors(category: String?, _ caller: Caller) -> [FieldError] {
    var errors: [FieldError] = []
    let (days, day) = (body["deliveryDays"]?.int, body["deliverBy"]?.day)
    if days == nil, day == nil { errors.append(FieldError("/deliverBy", .required)) }
    if days != nil, day != nil { errors.append(FieldError("/deliverBy", .notOneOf, detail: Self.oneOfBoth)) }
    if let day, day < caller.today {
      errors.append(FieldError("/deliverBy", .tooSmall, bound: caller.today.description))
    }
    if body["item"] != nil, taxClass(category, caller.rulebook) == nil {
      errors.append(FieldError("/item/taxClass", .notOneOf))
    }
    return errors
  }

  private static let oneOfBoth = Bilingual(
    id: "Isi jumlah hari (deliveryDays) atau tanggal (deliverBy), tidak keduanya.",
    en: "Give a number of days (deliveryDays) or a day (deliverBy), not both.")

  private func taxClass(_ category: String?, _ rulebook: Rulebook) -> TaxClass? {
    let classes = category.flatMap { rulebook.categories[$0]?.taxClasses } ?? []
    guard let named = body["item"]?["taxClass"]?.text.flatMap(TaxClass.init) else {
      return classes.count == 1 ? classes.first : nil
    }
    return classes.contains(named) ? named : nil
  }

  /// What goes under the seal: the offer, for what it is made, and chance, so that its hash tells nothing.
  func content(for binding: SealBinding, category: String?, _ rulebook: Rulebook) -> [UInt8] {
    let salt = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }
    let item: JSONValue =
      body["item"].map {
        [
          "name": $0["name"] ?? .null, "description": $0["description"] ?? .null,
          "taxClass": JSONValue(taxClass(category, rulebook)?.rawValue),
        ]
      } ?? .null
    let value: JSONValue = [
      "request": JSONValue(binding.request), "offer": JSONValue(binding.offer),
      "vendor": JSONValue(binding.vendor), "unitPrice": body["unitPrice"] ?? .null,
      "priceIncludesVat": body["priceIncludesVat"] ?? .null, "deliveryDays": body["deliveryDays"] ?? .null,
      "deliverBy": body["deliverBy"] ?? .null, "note": body["note"] ?? .null,
      "productId": body["productId"] ?? .null, "item": item, "salt": .string(salt),
    ]
    return value.canonical
  }
}

/// An offer as it lay under its seal.
package struct OfferContent: Sendable {
  let json: JSONValue
  let unitPrice: Rupiah
  let priceIncludesVat: Bool
  let productID: UUID?
  let item: Item?
  private let deliveryDays: Int?
  private let fixedDay: Day?

  /// What the vendor described.
  struct Item: Sendable {
    let name: String
    let description: String
    let taxClass: TaxClass
  }

  /// Nil for bytes that are no offer for this binding.
  package init?(_ bytes: [UInt8], for binding: SealBinding) {
    guard let json = try? JSONValue(parsing: bytes), json["request"]?.uuid == binding.request,
      json["offer"]?.uuid == binding.offer, json["vendor"]?.uuid == binding.vendor
    else { return nil }
    self.init(json)
  }

  init?(_ json: JSONValue) {
    guard let price = json["unitPrice"]?.int64, (1...50_000_000).contains(price),
      let includesVat = json["priceIncludesVat"]?.bool
    else { return nil }
    self.json = json
    unitPrice = Rupiah(price)
    priceIncludesVat = includesVat
    productID = json["productId"]?.uuid
    item = Item(json["item"])
    deliveryDays = json["deliveryDays"]?.int
    fixedDay = json["deliverBy"]?.day
    guard productID != nil || item != nil else { return nil }
  }

  /// The last day of delivery, reckoned from a day on which it would be ordered.
  func deliverBy(orderedOn day: Day) -> Day { fixedDay ?? day.adding(days: deliveryDays ?? 0) }
}

extension OfferContent.Item {
  fileprivate init?(_ value: JSONValue?) {
    guard let name = value?["name"]?.text, let description = value?["description"]?.text,
      let taxClass = value?["taxClass"]?.text.flatMap(TaxClass.init)
    else { return nil }
    self.init(name: name, description: description, taxClass: taxClass)
  }
}
