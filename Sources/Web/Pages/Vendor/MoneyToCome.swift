import EOrderRules
import Foundation
import HTML
import Procurement

/// What the vendor will be paid and when, and what was paid last.
struct MoneyToCome: Component {
  let language: Language
  let zone: OfficialZone
  let running: [OrderView]
  let paid: [OrderView]

  /// A sum that is on its way.
  private struct Due {
    let order: OrderRecord
    let part: Int?
    let state: OrderState
    let amount: Rupiah
    let dueAt: Date?
    let isPaused: Bool
  }

  private var dues: [Due] {
    running.flatMap { view -> [Due] in
      let apart = view.parts.filter { $0.isApart && $0.payment?.paidOn == nil }.map { part in
        Due(
          order: view.order, part: part.position, state: part.state, amount: part.money.netToVendor,
          dueAt: part.payDue, isPaused: false)
      }
      guard Self.isEarned(view.order.state) else { return apart }
      let pay = view.deadlines.first { $0.kind == OrderTimer.pay.rawValue }
      let amount = (try? view.rest.netToVendor) ?? view.order.money.netToVendor
      return apart + [
        Due(
          order: view.order, part: nil, state: view.order.state, amount: amount, dueAt: pay?.dueAt,
          isPaused: pay?.workingDaysLeft != nil)
      ]
    }
  }

  /// Whether goods were handed over, so that money is owed.
  private static func isEarned(_ state: OrderState) -> Bool {
    [.handedOver, .invoiced, .verifiedForPayment, .paymentRequested, .paymentApproved].contains(state)
  }

  func write(to h: Hypertext) {
    let dues = dues
    h.section {
      h.h2(language(HomeText.money))
      if dues.isEmpty {
        h.p(language(HomeText.noMoney), .class("quiet"))
      } else {
        let sum = dues.reduce(Int64(0)) { $0 + $1.amount.amount }
        h.p { h.span(language.money(Rupiah(sum)), .class("amount")) }
        h.p(language(HomeText.moneyLead), .class("quiet"))
        table(dues, h)
      }
      paidPart(h)
    }
  }

  private func table(_ dues: [Due], _ h: Hypertext) {
    let state = TableColumn(title: language(OrderText.state))
    let amount = TableColumn(title: language(HomeText.amount), isNumber: true)
    let when = TableColumn(title: language(HomeText.when))
    h.dataTable(
      language(HomeText.money), [TableColumn(title: language(OrderText.order)), state, amount, when]
    ) {
      for due in dues {
        h.dataRow {
          h.rowHead {
            h.a(OrderPage.url(due.order.id)) { h.reference(due.order.number ?? "–") }
            if let part = due.part { h.text(" · \(language(MoneyText.part)) \(part)") }
          }
          h.cell(state) { h.put(Badge(due.state, in: language)) }
          h.cell(amount) { h.span(language.money(due.amount), .class("money")) }
          h.cell(when, moment(due))
        }
      }
    }
  }

  private func moment(_ due: Due) -> String {
    if due.state == .handedOver { return language(HomeText.invoiceFirst) }
    if due.isPaused { return language(HomeText.payPaused) }
    return due.dueAt.map { language(HomeText.payBy(language.due($0, in: zone))) } ?? language(HomeText.noDay)
  }

  private func paidPart(_ h: Hypertext) {
    guard !paid.isEmpty else { return }
    h.h3(language(HomeText.paidLately))
    h.ul {
      for view in paid {
        h.li {
          h.a(OrderPage.url(view.order.id)) { h.reference(view.order.number ?? "–") }
          h.text(": ")
          h.text(language.money(view.order.payment?.transferred ?? view.order.money.netToVendor))
          if let day = view.order.payment?.paidOn { h.text(" – \(language.day(day))") }
        }
      }
    }
  }
}

/// The vendor's products, counted by state, and what to do where there are none.
struct StockPart: Component {
  let language: Language
  let desk: VendorDesk
  let isVerified: Bool

  func write(to h: Hypertext) {
    h.section {
      h.h2(language(MenuText.storefront))
      if desk.products.isEmpty {
        h.put(
          EmptyState(
            title: language(HomeText.noProducts), text: language(HomeText.noProductsAdvice),
            action: LinkButton(url: "/storefront/new", text: language(HomeText.firstProduct))))
      } else {
        h.put(
          Facts(
            facts: ProductState.allCases.compactMap { state in
              desk.products[state].map {
                Facts.Fact(name: language(state), value: language(HomeText.products(count: $0)))
              }
            }))
        h.p { h.put(LinkButton(url: "/storefront", text: language(MenuText.storefront), weight: .quiet)) }
      }
      if !isVerified { h.p(language(HomeText.listedOnceVerified), .class("quiet")) }
    }
  }
}
