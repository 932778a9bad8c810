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
    let asked = OrdersFilter(page)
    let filter = asked.filter
    let cursor = page.asked("cursor").flatMap { Cursor($0, list: filter.sort.list) }
    let waiting = asked.isEmpty && cursor == nil ? try await waiting(caller) : nil
    let list = ListOrders(filter, PageRequest(limit: Self.pageSize, cursor: cursor))
    let rows = try await page.call.withTenant { try await list.rows(caller, $0) }
    let shown = Array(rows.prefix(Self.pageSize))
    let next = rows.count > Self.pageSize ? shown.last.map { $0.cursor(filter.sort).text() } : nil
    let content = OrdersPage(
      language: page.language, isVendor: caller.actor.isVendor, roles: caller.actor.roles,
      zone: caller.tenant.calendar.zone,
      now: caller.now, waiting: waiting, asked: asked,
      fields: asked.fields(
        page.language,
        states: OrderState.allCases.filter { !caller.actor.isVendor || $0.isVisibleToVendor },
        units: try await units(caller)),
      rows: shown, first: cursor == nil ? nil : asked.url(cursor: nil), next: next.map(asked.url))
    return .page(page.language(OrderText.title), content)
  }

  /// The units to choose from, where they are few enough to unfold.
  private func units(_ caller: Caller) async throws -> [Choice] {
    guard caller.actor.isOfficial, case .choice(let units) = try await page.units("unitId") else { return [] }
    return units
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
