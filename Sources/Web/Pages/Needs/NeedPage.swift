import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// One need with the forms of what its reader may do.
struct NeedPage: Component {
  let language: Language
  let zone: OfficialZone
  let view: NeedView
  let packageName: String?
  let category: String?
  let places: Places
  let steps: [ActionFormPiece]
  /// A sentence on why a step was not taken, where it is about no field.
  let refusal: String?
  let done: NeedTransition?
  /// Whether the reader's role may look at offers.
  let seesOffers: Bool

  private var need: NeedRow { view.need }

  static func url(_ id: UUID, done: NeedTransition? = nil) -> PageURL {
    PageURL(
      path: ["needs", id.uuidString.lowercased()],
      query: done.map { [(PageCall.doneParameter, $0.rawValue)] } ?? [])
  }

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(NeedText.title),
        steps: [Breadcrumbs.Step(text: language(NeedText.title), url: "/needs")]))
    h.h1 { h.bdi(need.title) }
    h.div(.class("row standing")) { h.put(need.badge(in: language)) }
    if let done {
      h.put(
        Notice(title: language(NeedText.recorded), text: language(NeedText.done(done)) + ".", tone: .good))
    }
    if let refusal { h.put(Notice(title: language(NeedText.refused), text: refusal, tone: .bad)) }
    h.div(.class("columns")) {
      h.div {
        h.put(LinkRow(links: ways))
        forms(h)
        if steps.isEmpty { about(h) }
      }
      h.div {
        if !steps.isEmpty { about(h) }
        h.section {
          h.h2(language(NeedText.history))
          h.put(Timeline(steps: history))
        }
      }
    }
  }

  /// Where the officer goes on with more than one form: to the offers, and to an order of several lines.
  private var ways: [LinkRow.Link] {
    let id = need.id.uuidString.lowercased()
    let offers = LinkRow.Link(
      url: OffersPage.url(id), text: language(need.request == nil ? NeedText.act(.publish) : .offers))
    let isOfficers = steps.contains { $0.form.action == NeedTransition.chooseDirect.rawValue }
    let order = LinkRow.Link(
      url: PageURL(path: ["orders", "new"], query: [("need", id)]), text: language(NeedText.manyLines))
    return (seesOffers && (isOfficers || need.request != nil) ? [offers] : []) + (isOfficers ? [order] : [])
  }

  /// What is known of the need; where nothing is to be done, it is what the page is for.
  private func about(_ h: Hypertext) {
    h.section {
      h.h2(language(NeedText.facts))
      h.put(Facts(facts: facts))
      if let order = need.orderID {
        h.p { h.a(OrderPage.url(order), language(NeedText.order)) }
      }
    }
  }

  private func forms(_ h: Hypertext) {
    let (folded, open) = (steps.filter(\.isFolded), steps.filter { !$0.isFolded })
    if steps.isEmpty {
      let isCompared = need.state == .evaluating && seesOffers
      h.p(isCompared ? language(OfferText.atTheOffers) : language(NeedText.noStep), .class("quiet"))
    }
    part(.nextStep, open, h)
    part(.otherSteps, folded, h)
  }

  private func part(_ title: NeedText, _ steps: [ActionFormPiece], _ h: Hypertext) {
    guard !steps.isEmpty else { return }
    h.section(.class("steps")) {
      h.h2(language(title))
      for step in steps { h.put(step) }
    }
  }

  private var facts: [Facts.Fact] {
    let content = need.content
    let place = content.street.map { places.address($0, content.regionCode ?? "") }
    let amount = content.quantity.map { "\(language.number($0)) \(content.unitOfMeasure ?? "")" }
    let all: [(NeedText, String?)] = [
      (.package, packageName), (.specification, content.specification), (.category, category),
      (.quantity, amount),
      (.neededOn, content.neededOn.map { language.weekday($0) }), (.deliverTo, place),
      (.ownEstimate, content.ownEstimate.map { language.money($0) }), (.estimateBasis, content.estimateBasis),
      (.catalogueResult, content.catalogueCheck.map { language(NeedText.result($0.result)) }),
      (.catalogueEvidence, content.catalogueCheck?.evidence),
      (.catalogueReason, content.catalogueCheck?.reason),
    ]
    return all.compactMap { name, value in value.map { Facts.Fact(name: language(name), value: $0) } }
  }

  private var history: [Timeline.Step] {
    view.events.map { event in
      let role = Role(rawValue: event.role).map { language($0) } ?? language(OrderText.system)
      let by = language(OrderText.by(name: event.by, role: role))
      return Timeline.Step(
        title: NeedTransition(rawValue: event.transition).map { language(NeedText.done($0)) }
          ?? event.transition,
        detail: event.reason.map { by + "\n" + language(OrderText.reason($0)) } ?? by,
        moment: (RFC3339.text(event.at), language.instant(event.at, in: zone)),
        progress: event.position == view.events.last?.position ? .current : .done)
    }
  }
}
