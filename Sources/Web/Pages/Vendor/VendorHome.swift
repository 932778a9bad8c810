import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// What waits for a vendor, until when, and what it will be paid and when.
struct VendorHome {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let caller = try page.caller
    let (overview, desk) = try await page.call.withTenant { lease in
      (try await VendorOverview.read(caller, lease), try await VendorDesk.read(caller, lease))
    }
    let content = VendorHomePage(
      language: page.language, zone: caller.tenant.calendar.zone, now: caller.now, today: caller.today,
      overview: overview, desk: desk,
      waiting: desk.running.compactMap { WaitingOrder($0, caller) }.sorted { $0.precedes($1) },
      wasSubmitted: page.asked(PageCall.doneParameter) == "submitted")
    return .page(page.language(MenuText.dashboard), content)
  }
}

/// An order in which the vendor is waited for.
struct WaitingOrder: Sendable {
  let view: OrderView
  /// What is to be done.
  let step: OrderTransition
  let dueAt: Date?

  /// Nil where nobody waits for this person.
  init?(_ view: OrderView, _ caller: Caller) {
    let open = view.transitions(of: caller.actor)
    let answers: [OrderTransition] = [.answerAmendment, .answerDispute]
    let step = open.first { answers.contains($0) } ?? open.first { $0.isForward }
    guard let step else { return nil }
    self.view = view
    self.step = step
    let kinds: [OrderTimer] =
      switch step {
      case .accept: [.accept]
      case .invoice: [.invoice]
      case .answerDispute: [.dispute]
      default: [.cure]
      }
    let running = view.deadlines.filter { $0.workingDaysLeft == nil }
    dueAt = running.first { deadline in kinds.contains { $0.rawValue == deadline.kind } }?.dueAt
  }

  func precedes(_ other: WaitingOrder) -> Bool {
    (dueAt ?? .distantFuture, view.order.terms.deliverBy) < (
      other.dueAt ?? .distantFuture, other.view.order.terms.deliverBy
    )
  }
}

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
    h.put(StockPart(language: language, desk: desk, isVerified: vendor.state == .verified))
  }

  /// Told as long as the vendor cannot sell, or something is about to end.
  private func standing(_ h: Hypertext) {
    if vendor.state != .verified {
      h.section(.class("card")) {
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
      h.p(language(isSelling ? HomeText.nothingWaits : .nothingYet), .class("quiet"))
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
          h.bdi(order.number ?? language(OrderText.withoutNumber))
        }
      }
      h.p { h.bdi(waiting.view.lines.prefix(2).map(\.name).joined(separator: ", ")) }
      h.p(.class("quiet")) {
        h.text(language(OrderText.deliverBy) + ": " + language.weekday(order.terms.deliverBy))
      }
      if let due = waiting.dueAt {
        h.p { h.put(DueMoment(language: language, zone: zone, now: now, dueAt: due)) }
      }
    }
  }
}

/// When something is due, by the province's clocks, and how long that is.
struct DueMoment: Component {
  let language: Language
  let zone: OfficialZone
  let now: Date
  let dueAt: Date

  func write(to h: Hypertext) {
    let seconds = dueAt.timeIntervalSince(now)
    let hours = Int(seconds.magnitude / 3600)
    let left = TimeLeft(isOver: seconds < 0, days: hours / 24, hours: hours % 24)
    let tone: Tone = seconds < 0 ? .bad : seconds < 86_400 ? .warn : .info
    h.time(RFC3339.text(dueAt), language.due(dueAt, in: zone))
    h.text(" ")
    h.put(Badge(language(OrderText.left(left)), tone: tone))
  }
}
