import EOrderRules
import Foundation
package import StrictJSON

/// The province's categories, by code; they are rules, so no table is asked.
package struct ListCategories: Sendable {
  package static let name = "categories"

  private let page: PageRequest

  package init(_ page: PageRequest) { self.page = page }

  package func callAsFunction(_ visit: Visit) -> Answer {
    let rest = visit.rulebook.categories.values.filter { $0.code > page.cursor?.value ?? "" }
    return page.answer(rest.sorted { $0.code < $1.code }, item: \.json) {
      Cursor(list: Self.name, value: $0.code, id: Self.noID)
    }
  }

  /// A category's code is its whole key.
  private static let noID = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

  /// What the API shows of a category.
  package static let answer = Shape.component(
    "Category",
    .object([
      .required("code", .text(max: 40)),
      .required("name", .object([.required("id", .name), .required("en", .name)])),
      .required("taxClasses", .array(of: .oneOf(TaxClass.self))), .required("food", .boolean),
      .required("accounts", .array(of: .text(.accountCode))),
      .required("kbli", .array(of: .text(max: 10)), "Codes of the lines of business that sell it."),
    ]))
}

extension Category {
  fileprivate var json: JSONValue {
    [
      "code": .string(code), "name": ["id": .string(name.indonesian), "en": .string(name.english)],
      "taxClasses": .array(taxClasses.map { .string($0.rawValue) }), "food": .bool(isFood),
      "accounts": .array(accounts.map { .string($0.description) }),
      "kbli": .array(kbli.map { .string($0.description) }),
    ]
  }
}
