import EOrderRules
import Files
import Foundation
import Postgres
import StrictJSON

/// What was paid for one thing in a time.
struct PaidPriceItem: RowDecodable, Sendable {
  private let subject: String
  private let category: String
  private let name: String
  private let measure: String
  private let code: String?
  private let standard: Rupiah?
  private let purchases: Int64
  private let vendors: Int64
  private let units: Int64
  private let lowest: Rupiah
  private let median: Rupiah
  private let highest: Rupiah
  private let above: Int64

  init(row: inout Row) throws {
    subject = try row.next()
    category = try row.next()
    name = try row.next()
    measure = try row.next()
    code = try row.next(String?.self)
    standard = try row.next(Rupiah?.self)
    purchases = try row.next()
    vendors = try row.next()
    units = try row.next()
    lowest = try row.next()
    median = try row.next()
    highest = try row.next()
    above = try row.next()
  }

  static let header = [
    "subject", "category", "name", "unitOfMeasure", "standardPriceCode", "standardPrice", "purchases",
    "vendors",
    "units", "lowest", "median", "highest", "aboveStandard",
  ]

  var cells: [ReportTable.Cell] {
    [
      .text(subject), .text(category), .text(name), .text(measure), .text(code ?? ""), .amount(standard),
      .number(purchases), .number(vendors), .number(units), .amount(lowest), .amount(median),
      .amount(highest),
      .number(above),
    ]
  }

  var json: JSONValue {
    [
      "subject": .string(subject), "category": .string(category), "name": .string(name),
      "unitOfMeasure": .string(measure), "standardPriceCode": JSONValue(code),
      "standardPrice": JSONValue(standard?.amount), "purchases": .integer(purchases),
      "vendors": .integer(vendors), "units": .integer(units), "lowest": JSONValue(lowest),
      "median": JSONValue(median), "highest": JSONValue(highest), "aboveStandard": .integer(above),
    ]
  }

  private static let price = Shape.integer(min: 1)

  static let shape = Shape.component(
    "PaidPrice",
    .object([
      .required("subject", .text(max: 200), "The code of the standard price, else the product's id."),
      .required("category", .text(max: 40)), .required("name", .name),
      .required("unitOfMeasure", .text(max: 200)), .required("standardPriceCode", .nullable(.text(max: 200))),
      .required("standardPrice", .nullable(price), "On the day of the newest purchase."),
      .required("purchases", .integer(min: 1)), .required("vendors", .integer(min: 1)),
      .required("units", .integer(min: 1)),
      .required("lowest", price, "Of one unit, all taxes included."), .required("median", price),
      .required("highest", price),
      .required("aboveStandard", .integer(min: 0), "Purchases above the standard price of their day."),
    ]))
}

/// One purchase of a thing.
struct PaidPricePurchase: RowDecodable, Sendable {
  private let order: UUID
  private let number: String?
  private let day: Day
  private let unitName: String
  private let vendor: UUID
  private let vendorName: String
  private let quantity: Int64
  private let price: Rupiah
  private let standard: Rupiah?

  init(row: inout Row) throws {
    order = try row.next()
    number = try row.next(String?.self)
    day = try row.next()
    unitName = try row.next()
    vendor = try row.next()
    vendorName = try row.next()
    quantity = try row.next()
    price = try row.next()
    standard = try row.next(Rupiah?.self)
  }

  static let header = [
    "orderId", "number", "on", "unitName", "vendorId", "vendorName", "quantity", "unitPrice", "standardPrice",
  ]

  var cells: [ReportTable.Cell] {
    [
      .text(order.uuidString.lowercased()), .text(number ?? ""), .text(day.description), .text(unitName),
      .text(vendor.uuidString.lowercased()), .text(vendorName), .number(quantity), .amount(price),
      .amount(standard),
    ]
  }

  var json: JSONValue {
    [
      "orderId": JSONValue(order), "number": JSONValue(number), "on": JSONValue(day),
      "unitName": .string(unitName), "vendorId": JSONValue(vendor), "vendorName": .string(vendorName),
      "quantity": .integer(quantity), "unitPrice": JSONValue(price),
      "standardPrice": JSONValue(standard?.amount),
    ]
  }

  static let shape = Shape.component(
    "PaidPricePurchase",
    .object([
      .required("orderId", .uuid), .required("number", .nullable(.text(max: 200))), .required("on", .date),
      .required("unitName", .name), .required("vendorId", .uuid), .required("vendorName", .name),
      .required("quantity", .integer(min: 1)),
      .required("unitPrice", .integer(min: 1), "Of one unit, all taxes included."),
      .required("standardPrice", .nullable(.integer(min: 1)), "That of its day."),
    ]))
}
