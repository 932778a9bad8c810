package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A standard price of the province, all taxes included.
package struct StandardPriceRow: RowDecodable, Sendable {
  package let id: UUID
  package let code: String
  package let name: String
  package let category: String
  package let unitOfMeasure: String
  package let price: Rupiah
  package let validFrom: Day
  /// The day before the next price of the code begins; nil where none is known.
  package let validUntil: Day?
  package let createdAt: Date

  package init(row: inout Row) throws {
    id = try row.next()
    code = try row.next()
    name = try row.next()
    category = try row.next()
    unitOfMeasure = try row.next()
    price = try row.next()
    validFrom = try row.next()
    validUntil = try row.next(Day?.self)
    createdAt = try row.next()
  }

  /// Whether a row of `standard_price` is the newest of its code that has begun on a day.
  /// - Parameter alias: the row's name in the statement.
  static func isInForce(_ alias: SQL, on day: Day) -> SQL {
    """
    \(alias).valid_from = (SELECT max(n.valid_from) FROM standard_price n
      WHERE n.code = \(alias).code AND n.valid_from <= \(day))
    """
  }

  package var json: JSONValue {
    [
      "id": JSONValue(id), "code": .string(code), "name": .string(name), "category": .string(category),
      "unitOfMeasure": .string(unitOfMeasure), "price": JSONValue(price), "validFrom": JSONValue(validFrom),
      "validUntil": JSONValue(validUntil),
    ]
  }

  /// What the API shows of a standard price.
  package static let answer = Shape.component(
    "StandardPrice",
    .object([
      .required("id", .uuid), .required("code", .text(max: 100)), .required("name", .name),
      .required("category", .text(max: 40)), .required("unitOfMeasure", .text(max: 100)),
      .required("price", .integer(min: 1)), .required("validFrom", .date),
      .required("validUntil", .nullable(.date), "The day before the next price of the code begins."),
    ]))
}

/// The province's standard prices, those that held and those that come too, newest first.
package struct ListStandardPrices: Sendable {
  package static let name = "standard-prices"

  /// What a list is narrowed to.
  package struct Filter: Sendable {
    package static let query: [ShapeField] = [
      .optional("q", .text(max: 200), "Part of the name, or a whole code."),
      .optional("category", ProductContent.categoryCode),
      .optional("on", .date, "Only what holds on this day."),
    ]

    package var text: String?
    package var category: String?
    package var day: Day?

    package init() {}

    /// Reads a query that the shape has checked.
    package init(query: JSONValue) {
      text = query["q"]?.text
      category = query["category"]?.text
      day = query["on"]?.day
    }
  }

  private let filter: Filter
  private let page: PageRequest

  package init(_ filter: Filter, _ page: PageRequest) {
    self.filter = filter
    self.page = page
  }

  package func rows(_ lease: borrowing some Lease & ~Copyable) async throws -> [StandardPriceRow] {
    var conditions: [SQL] = ["true"]
    if let day = filter.day { conditions.append(StandardPriceRow.isInForce("s", on: day)) }
    if let category = filter.category { conditions.append("s.category = \(category)") }
    if let text = filter.text {
      conditions.append("(position(lower(\(text)) IN lower(s.name)) > 0 OR s.code = \(text))")
    }
    return try await lease.query(
      try page.newest(
        """
        SELECT s.id, s.code, s.name, s.category, s.unit_of_measure, s.price, s.valid_from,
               (SELECT min(n.valid_from) - 1 FROM standard_price n WHERE n.code = s.code AND n.valid_from > s.valid_from),
               s.created_at
        FROM standard_price s
        """, where: conditions, by: "s.created_at", "s.id")
    ).rows(StandardPriceRow.self)
  }

  package func callAsFunction(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    page.answer(try await rows(lease), item: \.json) { Cursor(list: Self.name, at: $0.createdAt, id: $0.id) }
  }
}
