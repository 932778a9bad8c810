import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The vendor's first page.
struct VendorHomePage: Component {
  let language: Language
  let zone: OfficialZone
  let now: Date
  let today: Day
  let overview: VendorOverview
  let desk: VendorDesk
  let waiting: [WaitingOrder]
  let wasSubmitted: Bool

  private var vendor: VendorRow { overview.vendor }

  func write(to h: Hypertext) {
    h.h1(language(HomeText.hello(vendor.profile.businessName)))
    if wasSubmitted {
      h.put(
        Notice(title: language(HomeText.submitted), text: language(HomeText.submittedAdvice), tone: .good))
    }
    standing(h)
    h.section(.class("waiting")) {
      h.h2(language(HomeText.waiting))
      waitingPart(h)
    }
    h.put(MoneyToCome(language: language, zone: zone, running: desk.running, paid: desk.paid))
    for part in RatingsPart.parts(desk.ratings, language, zone) { h.put(part) }
    h.put(StockPart(language: language, desk: desk, isVerified: vendor.state == .verified))
  }

  /// Told as long as the vendor cannot sell, or something is about to end.
  private func standing(_ h: Hypertext) {
    if vendor.state != .verified {
      h.section(.class("card waiting")) {
        h.p { h.put(Badge(vendor.state, in: language)) }
        h.p(language(ProfileText.meaning(vendor.state)))
        if let reason = vendor.reason { h.p(language(ProfileText.reason(reason)), .class("written")) }
        if let due = overview.verifyDueAt {
          h.p(language(ProfileText.answerDue(language.due(due, in: zone))))
        }
        if let lapse = overview.lapsesAt {
          h.p(language(ProfileText.mendUntil(language.due(lapse, in: zone))))
        }
        if overview.canBeSubmitted {
          h.p { h.put(LinkButton(url: "/profile/papers", text: language(HomeText.goOnRegistering))) }
        }
      }
    }
    for paper in overview.papers {
      guard let until = paper.latest?.validUntil, until.days(since: today) <= VendorPapers.noticeDays else {
        continue
      }
      h.div(.class("notice"), .role("status"), .data(.tone, Tone.warn.rawValue)) {
        h.p {
          h.text(
            language(
              until < today
                ? HomeText.paperEnded(language(PaperText.name(paper.kind)))
                : .paperEnding(language(PaperText.name(paper.kind)), on: language.day(until))))
          h.text(" ")
          h.a(PageURL(path: ["profile", "papers"], fragment: paper.kind), language(PaperText.replace))
        }
      }
    }
    if let until = vendor.watch.bankCoolingUntil, until > now, vendor.watch.bankCheckedAt == nil {
      h.put(
        Remark(text: language(ProfileText.bankCooling(until: language.due(until, in: zone))), tone: .warn))
    }
  }

  private func waitingPart(_ h: Hypertext) {
    if waiting.isEmpty, desk.openRequests == 0 {
      let isSelling = vendor.state == .verified && desk.products[.listed] ?? 0 > 0
      h.p(language(isSelling ? HomeText.nothingWaits : .nothingYet))
    }
    if desk.openRequests > 0 {
      h.div(.class("card")) {
        h.h3 {
          h.a("/requests-for-offers", language(HomeText.openRequests(count: desk.openRequests)))
        }
        if let deadline = desk.firstDeadline {
          h.p {
            h.text(language(HomeText.firstDeadline) + " ")
            h.put(DueMoment(language: language, zone: zone, now: now, dueAt: deadline))
          }
        }
      }
    }
    guard !waiting.isEmpty else { return }
    h.ul(.class("grid")) { for order in waiting { h.li { card(order, h) } } }
  }

  private func card(_ waiting: WaitingOrder, _ h: Hypertext) {
    let order = waiting.view.order
    h.article(.class("card")) {
      h.p { h.put(Badge(order.state, in: language)) }
      h.h3 {
        h.a(OrderPage.url(order.id)) {
          h.text("\(language(StepText.act(waiting.step))): ")
          h.reference(order.number ?? language(OrderText.withoutNumber))
        }
      }
      h.p { h.bdi(waiting.view.lines.prefix(2).map(\.name).joined(separator: ", ")) }
      if order.state.isBeforeHandover {
        h.p(.class("quiet")) {
          h.text(language(OrderText.deliverBy) + ": " + language.weekday(order.terms.deliverBy))
        }
      }
      if let due = waiting.dueAt {
        h.p {
          h.text(language(waiting.deadline) + ": ")
          h.put(DueMoment(language: language, zone: zone, now: now, dueAt: due))
        }
      }
    }
  }
}
