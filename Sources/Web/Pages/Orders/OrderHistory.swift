import EOrderRules
import Procurement
import StrictJSON

/// What has happened to an order, in words.
struct OrderHistory {
  let language: Language
  let zone: OfficialZone
  let view: OrderView

  var steps: [Timeline.Step] {
    view.events.map { event in
      Timeline.Step(
        title: Self.title(event, language), detail: detail(event),
        moment: (RFC3339.text(event.at), language.instant(event.at, in: zone)),
        progress: event.position == view.events.last?.position ? .current : .done)
    }
  }

  /// A step that leaves the order where it was has only been proposed.
  static func title(_ event: OrderEvent, _ language: Language) -> String {
    guard let transition = OrderTransition(rawValue: event.transition) else { return event.transition }
    let stays = event.from == event.to
    switch transition {
    case .inspectOk where stays: return language(OrderText.proposed)
    case .terminate where stays: return language(OrderTurnText.breach)
    case .cancelMutual where stays: return language(OrderTurnText.cancelWished)
    case .answerAmendment:
      if Role(rawValue: event.role) == nil { return language(OrderTurnText.lapsed) }
      return event.amendment["accepted"]?.bool.map {
        language($0 ? OrderTurnText.agreed : OrderTurnText.refused)
      } ?? language(OrderText.done(transition))
    default: return language(OrderText.done(transition))
    }
  }

  /// What was to change.
  private func changes(_ event: OrderEvent) -> [String] {
    guard event.transition == OrderTransition.amend.rawValue else { return [] }
    let lines = (event.amendment["lines"]?.elements ?? []).compactMap { change -> String? in
      guard let line = view.lines.first(where: { $0.id == change["lineId"]?.uuid }),
        let quantity = change["quantity"]?.int64
      else { return nil }
      return language(
        OrderTurnText.then(
          product: line.name, quantity: "\(language.number(quantity)) \(line.unitOfMeasure)"))
    }
    let day = event.amendment["deliverBy"]?.day.map { language(OrderTurnText.deliverBy(language.day($0))) }
    return lines + (day.map { [$0] } ?? [])
  }

  private func detail(_ event: OrderEvent) -> String {
    let role = Role(rawValue: event.role).map { language($0) } ?? language(OrderText.system)
    let by = language(OrderText.by(name: event.by, role: role))
    let bare = event.isWithoutPhoto ? [language(OrderText.withoutPhoto)] : []
    return ([by] + changes(event) + (event.reason.map { [language(OrderText.reason($0))] } ?? []) + bare)
      .joined(
        separator: "\n")
  }
}
