import EOrderRules
import Foundation
import HTML
import Procurement

/// The list of orders, with what waits for the reader first.
struct OrdersPage: Component {
  /// Orders of one state that wait for the reader.
  struct Waiting: Sendable {
    let state: OrderState
    let rows: [OrderSummary]
    let hasMore: Bool
  }

  let language: Language
  let isVendor: Bool
  let zone: OfficialZone
  let now: Date
  /// Nil on later pages and where a state is asked for.
  let waiting: [Waiting]?
  let state: OrderState?
  let rows: [OrderSummary]
  let states: [OrderState]
  let first: PageURL?
  let next: PageURL?

  static func url(state: OrderState?, cursor: String?) -> PageURL {
    PageURL(
      path: ["orders"],
      query: (state.map { [("state", $0.rawValue)] } ?? []) + (cursor.map { [("cursor", $0)] } ?? []))
  }

  func write(to h: Hypertext) {
    h.h1(language(OrderText.title))
    if let waiting { h.section(.class("waiting")) { self.waiting(waiting, h) } }
    h.section {
      h.h2(language(OrderText.all))
      filter(h)
      if rows.isEmpty {
        h.put(
          EmptyState(
            title: language(state == nil ? OrderText.none : .noneInState),
            text: language(OrderText.noneAdvice)))
      } else {
        h.put(
          OrderTable(
            language: language, caption: language(OrderText.all), isVendor: isVendor, zone: zone, now: now,
            rows: rows))
      }
      h.put(Pagination(language: language, first: first, next: next))
    }
  }

  private func waiting(_ groups: [Waiting], _ h: Hypertext) {
    h.h2(language(OrderText.waiting))
    if groups.isEmpty {
      h.p(language(OrderText.nothingWaits) + ". " + language(OrderText.nothingWaitsAdvice), .class("quiet"))
    }
    for group in groups {
      h.put(
        OrderTable(
          language: language, caption: language(group.state), isVendor: isVendor, zone: zone, now: now,
          rows: group.rows))
      if group.hasMore {
        h.p { h.a(Self.url(state: group.state, cursor: nil), language(OrderText.more(group.state))) }
      }
    }
  }

  private func filter(_ h: Hypertext) {
    h.form(.get, to: "/orders", .class("filters")) {
      h.div(.class("field")) {
        h.label(for: "state", language(OrderText.state))
        h.select(.id("state"), .name("state")) {
          h.option("", language(OrderText.anyState))
          for state in states { h.option(state.rawValue, language(state), selected: state == self.state) }
        }
      }
      h.button(.submit, language(FormText.filter), .data(.tone, "quiet"))
    }
  }
}

/// Orders as a table, each row a link.
struct OrderTable: Component {
  let language: Language
  let caption: String
  let isVendor: Bool
  let zone: OfficialZone
  let now: Date
  let rows: [OrderSummary]

  func write(to h: Hypertext) {
    let timer = TableColumn(title: language(OrderText.timers))
    let state = TableColumn(title: language(OrderText.state))
    let party = TableColumn(title: language(isVendor ? OrderText.unit : .vendor))
    let gross = TableColumn(title: language(OrderText.gross), isNumber: true)
    let due = TableColumn(title: language(OrderText.deliverBy))
    h.dataTable(caption, [TableColumn(title: language(OrderText.order)), party, state, gross, due, timer]) {
      for row in rows {
        h.dataRow {
          h.rowHead {
            h.a(PageURL(path: ["orders", row.id.uuidString.lowercased()])) {
              h.bdi(row.number ?? language(OrderText.withoutNumber))
            }
            h.div(.class("quiet")) { h.bdi(row.packageName) }
          }
          h.cell(party) { h.bdi(isVendor ? row.unitName : row.vendorName) }
          h.cell(state) { h.put(Badge(row.state, in: language)) }
          h.cell(gross) { h.span(language.money(row.gross), .class("money")) }
          h.cell(due, language.shortDay(row.deliverBy))
          h.cell(timer) {
            if let dueAt = row.dueAt {
              h.put(DueMoment(language: language, zone: zone, now: now, dueAt: dueAt))
            } else {
              h.text("–")
            }
          }
        }
      }
    }
  }
}
