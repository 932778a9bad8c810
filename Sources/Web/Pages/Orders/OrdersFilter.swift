import EOrderRules
import Foundation
import HTML
import Procurement

/// What a list of orders is narrowed to by its page's address; what no list understands is left out.
struct OrdersFilter: Sendable {
  private static let names = ["q", "state", "unitId", "from", "to", "sort"]

  /// As it was typed, by the names of the API.
  let typed: [(String, String)]

  init(_ page: PageCall) {
    typed = Self.names.compactMap { name in
      page.asked(name).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : (name, $0) }
    }
  }

  subscript(_ name: String) -> String { typed.first { $0.0 == name }?.1 ?? "" }

  var state: OrderState? { OrderState(rawValue: self["state"]) }
  var isEmpty: Bool { typed.isEmpty }

  var filter: ListOrders.Filter {
    var filter = ListOrders.Filter()
    filter.state = state
    filter.unitID = UUID(uuidString: self["unitId"])
    filter.from = Day(self["from"])
    filter.to = Day(self["to"])
    filter.words = SearchedWords(String(self["q"].prefix(200)))
    filter.sort = OrderSort(rawValue: self["sort"]) ?? .newest
    return filter
  }

  func url(cursor: String?) -> PageURL {
    PageURL(path: ["orders"], query: typed + (cursor.map { [("cursor", $0)] } ?? []))
  }

  /// The fields of the form.
  /// - Parameter units: the units to choose from; none where there is only one or too many.
  func fields(_ language: Language, states: [OrderState], units: [Choice]) -> [ListFilter.Field] {
    var fields = [
      ListFilter.Field(name: "q", label: language(OrderText.words), value: self["q"]),
      ListFilter.Field(
        name: "state", label: language(OrderText.state), value: self["state"],
        choices: states.map { Choice(value: $0.rawValue, text: language($0)) },
        any: language(OrderText.anyState)),
    ]
    if units.count > 1 {
      fields.append(
        ListFilter.Field(
          name: "unitId", label: language(OrderText.unit), value: self["unitId"], choices: units,
          any: language(OrderText.anyUnit)))
    }
    return fields + [
      ListFilter.Field(name: "from", label: language(OrderText.from), value: self["from"], isDay: true),
      ListFilter.Field(name: "to", label: language(OrderText.to), value: self["to"], isDay: true),
      ListFilter.Field(
        name: "sort", label: language(OrderText.sort), value: self["sort"],
        choices: OrderSort.allCases.dropFirst().map {
          Choice(value: $0.rawValue, text: language(OrderText.sorted($0)))
        }, any: language(OrderText.sorted(.newest))),
    ]
  }
}
