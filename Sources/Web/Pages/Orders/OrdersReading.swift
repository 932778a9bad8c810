import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

/// The orders of a person: first those that wait for it, then all.
struct OrdersReading {
  /// Orders of one state that are shown as waiting.
  private static let waitingPerState = 10
  private static let pageSize = 20

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let caller = try page.caller
    guard MenuItem.items(for: caller.actor.roles).contains(.orders) else { throw Problem.forbidden }
    let state = page.asked("state").flatMap(OrderState.init)
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: ListOrders.name) }
    let isStart = state == nil && cursor == nil
    let waiting = isStart ? try await waiting(caller) : nil
    var filter = ListOrders.Filter()
    filter.state = state
    let list = ListOrders(filter, PageRequest(limit: Self.pageSize, cursor: cursor))
    let rows = try await page.call.withTenant { try await list.rows(caller, $0) }
    let shown = Array(rows.prefix(Self.pageSize))
    let content = OrdersPage(
      language: page.language, isVendor: caller.actor.isVendor, zone: caller.tenant.calendar.zone,
      now: caller.now, waiting: waiting, state: state, rows: shown,
      states: caller.actor.isVendor ? OrderState.allCases.filter(\.isVisibleToVendor) : OrderState.allCases,
      first: cursor == nil ? nil : OrdersPage.url(state: state, cursor: nil),
      next: rows.count > Self.pageSize ? shown.last.map { next(after: $0, state) } : nil)
    return .page(page.language(OrderText.title), content)
  }

  private func next(after row: OrderSummary, _ state: OrderState?) -> PageURL {
    OrdersPage.url(state: state, cursor: Cursor(list: ListOrders.name, at: row.createdAt, id: row.id).text())
  }

  /// State by state in the order of an order's life.
  private func waiting(_ caller: Caller) async throws -> [OrdersPage.Waiting] {
    try await page.call.withTenant { lease in
      var groups: [OrdersPage.Waiting] = []
      for state in OrderState.awaiting(caller.actor.roles) {
        var filter = ListOrders.Filter()
        filter.state = state
        let list = ListOrders(filter, PageRequest(limit: Self.waitingPerState, cursor: nil))
        let rows = try await list.rows(caller, lease)
        if !rows.isEmpty {
          groups.append(
            OrdersPage.Waiting(
              state: state, rows: Array(rows.prefix(Self.waitingPerState)),
              hasMore: rows.count > Self.waitingPerState))
        }
      }
      return groups
    }
  }
}
