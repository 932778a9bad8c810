import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The first page of an official: what waits for whom, until when.
struct DeskReading {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    let caller = try page.caller
    guard caller.actor.isOfficial else { return try await VendorHome(page).show() }
    let read = ReadDesk()
    let desk = try await page.call.withTenant { try await read(caller, $0) }
    let content = DeskPage(
      language: page.language, zone: caller.tenant.calendar.zone, now: caller.now, actor: caller.actor,
      desk: desk, places: page.places, today: caller.today, national: page.services.national)
    return .page(page.language(DeskText.title), content)
  }
}

/// The desk of an official.
struct DeskPage: Component {
  /// Rows of one table at most, so that the page stays small.
  private static let mostRows = 20

  let language: Language
  let zone: OfficialZone
  let now: Date
  let actor: Actor
  let desk: Desk
  let places: Places
  let today: Day
  let national: NationalRules

  func write(to h: Hypertext) {
    let deposits = DeskDeposits(desk.deposits, national, today)
    let mine = DeskWork(desk, actor, now, deposits)
    h.put(
      Sheet(
        language: language, title: language(DeskText.greeting(actor.name)),
        lead: language(DeskText.summary(waiting: mine.count, late: mine.late)),
        parts: waiting(mine, deposits) + RatingsPart.parts(desk.ratings, language, zone) + rest(mine)))
  }

  private func waiting(_ mine: DeskWork, _ deposits: DeskDeposits) -> [any Component] {
    let tables =
      orders(mine.orders) + deposits.parts(language) + needs(mine.needs) + overlays(mine.overlays) + matters()
    let ways = DeskWays(language: language, roles: actor.roles)
    guard tables.isEmpty else { return tables + ways.links(isEmpty: false) }
    return [ways.empty] + ways.links(isEmpty: true)
  }

  private func orders(_ orders: [DeskOrder]) -> [any Component] {
    let columns = [
      TableColumn(title: language(DeskText.order)), TableColumn(title: language(DeskText.act)),
      TableColumn(title: language(OrderText.gross), isNumber: true),
      TableColumn(title: language(DeskText.until)),
    ]
    let rows = orders.prefix(Self.mostRows).map { order -> [Cell] in
      [
        .link(
          OrderPage.url(order.id), order.number ?? order.item ?? order.packageName, below: about(order)),
        .part(
          Pairing(
            text: order.transitions(of: actor).first(where: \.isExpected).map { language(StepText.act($0)) }
              ?? language(order.state), badge: Badge(order.state, in: language))),
        .money(order.gross), until(order.dueAt),
      ]
    }
    return table(DeskText.orders, columns, rows)
  }

  /// Drafts of one package differ in vendor and day alone.
  private func about(_ order: DeskOrder) -> String {
    let known = [order.vendorName, order.unitName]
    guard order.number == nil else { return known.joined(separator: " · ") }
    let made = "\(language(OrderText.created)) \(language.instant(order.createdAt, in: zone))"
    return ([order.packageName] + known + [made]).joined(separator: " · ")
  }

  private func needs(_ needs: [DeskNeed]) -> [any Component] {
    let columns = [
      TableColumn(title: language(NeedText.need)), TableColumn(title: language(NeedText.state)),
      TableColumn(title: language(NeedText.estimate), isNumber: true),
      TableColumn(title: language(DeskText.until)),
    ]
    let rows = needs.prefix(Self.mostRows).map { need -> [Cell] in
      [
        .link(NeedPage.url(need.id), need.title, below: need.unitName),
        .badge(language(need.state), need.state.tone), .money(need.ownEstimate), until(need.dueAt),
      ]
    }
    return table(DeskText.needs, columns, rows)
  }

  private func overlays(_ overlays: [DeskOverlay]) -> [any Component] {
    let columns = [
      TableColumn(title: language(DeskText.order)), TableColumn(title: language(DeskText.matter)),
      TableColumn(title: language(DeskText.until)),
    ]
    let rows = overlays.prefix(Self.mostRows).map { overlay -> [Cell] in
      [
        .link(
          OrderPage.url(overlay.orderID), overlay.number ?? overlay.vendorName, below: overlay.vendorName),
        .badge(language(OrderText.overlay(overlay.kind)), .warn), until(overlay.until),
      ]
    }
    return table(DeskText.overlays, columns, rows)
  }

  private func matters() -> [any Component] {
    DeskMatter.Kind.allCases.flatMap { kind -> [any Component] in
      let matters = desk.matters.filter { $0.kind == kind }
      let columns = [
        TableColumn(title: language(DeskText.matter)), TableColumn(title: language(DeskText.about)),
        TableColumn(title: language(DeskText.since)),
      ]
      let rows = matters.map { matter -> [Cell] in
        [
          .link(DeskWays.url(matter), title(matter)), .text(about(matter)),
          matter.dueAt.map(until) ?? moment(matter.since),
        ]
      }
      let number = matters.first.map { $0.ofKind } ?? 0
      return table(DeskText.kind(kind, number: number), columns, rows)
    }
  }

  private func title(_ matter: DeskMatter) -> String {
    guard matter.kind == .flag else { return matter.title }
    return ViolationCode(rawValue: matter.title).map { "\(matter.title) · \(language(FlagText.name($0)))" }
      ?? matter.title
  }

  private func about(_ matter: DeskMatter) -> String {
    let words = matter.about.split(separator: ", ").map(String.init)
    return switch matter.kind {
    case .paper: words.map { language(VerificationText.paper($0)) }.joined(separator: ", ")
    case .lines: words.map { code in KBLI(code).map { places.business($0) } ?? code }.joined(separator: "; ")
    default: matter.about
    }
  }

  /// What others hold, state by state, so that somebody who is asked knows where it lies.
  private func rest(_ mine: DeskWork) -> [any Component] {
    let columns = [
      TableColumn(title: language(OrderText.state)), TableColumn(title: language(DeskText.holder)),
      TableColumn(title: language(DeskText.number), isNumber: true),
      TableColumn(title: language(DeskText.late), isNumber: true),
    ]
    let rows = mine.heldByOthers.map { held -> [Cell] in
      [
        .link(OrdersPage.url(of: held.state), language(held.state)),
        .text(held.state.holders.map { language($0) }.joined(separator: ", ")),
        .text(language.number(Int64(held.number))), .text(language.number(Int64(held.late))),
      ]
    }
    return table(DeskText.rest, columns, rows)
  }

  private func table(_ title: Words, _ columns: [TableColumn], _ rows: [[Cell]]) -> [any Component] {
    guard !rows.isEmpty else { return [] }
    let caption = language(title)
    return [
      Section(caption, ListTable(language: language, caption: caption, columns: columns, rows: rows))
    ]
  }

  private func moment(_ at: Date) -> Cell {
    .moment(machine: RFC3339.text(at), words: language.instant(at, in: zone), remark: nil, tone: .neutral)
  }

  private func until(_ due: Date?) -> Cell {
    guard let due else { return .text(language(DeskText.noDeadline)) }
    let seconds = due.timeIntervalSince(now)
    let hours = Int(seconds.magnitude / 3600)
    let left = TimeLeft(isOver: seconds < 0, days: hours / 24, hours: hours % 24)
    return .moment(
      machine: RFC3339.text(due), words: language.due(due, in: zone),
      remark: language(OrderText.left(left)), tone: seconds < 0 ? .bad : seconds < 86_400 ? .warn : .info)
  }
}

/// Words with a badge below them.
struct Pairing: Component {
  let text: String
  let badge: Badge

  func write(to h: Hypertext) {
    h.text(text)
    h.br()
    h.put(badge)
  }
}
