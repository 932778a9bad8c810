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
  /// In which roles its reader is waited for.
  let roles: Set<Role>
  let zone: OfficialZone
  let now: Date
  /// Nil on later pages and where the list is narrowed.
  let waiting: [Waiting]?
  let asked: OrdersFilter
  let fields: [ListFilter.Field]
  let rows: [OrderSummary]
  let first: PageURL?
  let next: PageURL?

  static func url(of state: OrderState) -> PageURL {
    PageURL(path: ["orders"], query: [("state", state.rawValue)])
  }

  func write(to h: Hypertext) {
    h.h1(language(OrderText.title))
    if let waiting { h.section(.class("waiting")) { self.waiting(waiting, h) } }
    h.section {
      h.h2(language(OrderText.all))
      h.put(ListFilter(language: language, url: "/orders", fields: fields))
      if rows.isEmpty {
        h.put(
          EmptyState(
            title: language(asked.isEmpty ? OrderText.none : .noneFound),
            text: language(asked.isEmpty ? OrderText.noneAdvice : .noneFoundAdvice),
            action: asked.isEmpty ? nil : LinkButton(url: "/orders", text: language(FormText.reset))))
      } else {
        h.put(
          OrderTable(
            language: language, caption: language(OrderText.all), isVendor: isVendor, roles: roles,
            zone: zone, now: now,
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
          language: language, caption: language(group.state), isVendor: isVendor, roles: roles, zone: zone,
          now: now,
          rows: group.rows))
      if group.hasMore {
        h.p { h.a(Self.url(of: group.state), language(OrderText.more(group.state))) }
      }
    }
  }
}

/// Orders as a table, each row a link.
struct OrderTable: Component {
  let language: Language
  let caption: String
  let isVendor: Bool
  /// In which roles its reader is waited for.
  let roles: Set<Role>
  let zone: OfficialZone
  let now: Date
  let rows: [OrderSummary]

  /// Only one's own deadline is a warning; of others' it is told whose it is.
  private func moment(_ dueAt: Date, of state: OrderState, _ h: Hypertext) {
    let holders = state.holders
    let isOthers = !holders.isEmpty && roles.isDisjoint(with: holders)
    h.put(DueMoment(language: language, zone: zone, now: now, dueAt: dueAt, isOthers: isOthers))
    guard isOthers else { return }
    h.div(.class("quiet")) {
      h.text(language(OrderText.waitsFor(holders.map { language($0) }.joined(separator: ", "))))
    }
  }

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
              h.reference(row.number ?? language(OrderText.withoutNumber))
            }
            h.div(.class("quiet")) { h.bdi(row.packageName) }
          }
          h.cell(party) { h.bdi(isVendor ? row.unitName : row.vendorName) }
          h.cell(state) { h.put(Badge(row.state, in: language)) }
          h.cell(gross) { h.span(language.money(row.gross), .class("money")) }
          h.cell(due, language.shortDay(row.deliverBy))
          h.cell(timer) {
            if let dueAt = row.dueAt {
              moment(dueAt, of: row.state, h)
            } else {
              h.text("–")
            }
          }
        }
      }
    }
  }
}
