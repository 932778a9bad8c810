import EOrderRules
import Procurement
import StrictJSON

/// What has happened to an order, in words.
struct OrderHistory {
  let language: Language
  let zone: OfficialZone
  let events: [OrderEvent]

  var steps: [Timeline.Step] {
    events.map { event in
      Timeline.Step(
        title: Self.title(event, language), detail: detail(event),
        moment: (RFC3339.text(event.at), language.instant(event.at, in: zone)),
        progress: event.position == events.last?.position ? .current : .done)
    }
  }

  /// A step that leaves the order where it was has only been proposed.
  static func title(_ event: OrderEvent, _ language: Language) -> String {
    guard let transition = OrderTransition(rawValue: event.transition) else { return event.transition }
    let isProposal = transition == .inspectOk && event.from == event.to
    return language(isProposal ? OrderText.proposed : .done(transition))
  }

  private func detail(_ event: OrderEvent) -> String {
    let role = Role(rawValue: event.role).map { language($0) } ?? language(OrderText.system)
    let by = language(OrderText.by(name: event.by, role: role))
    let bare = event.isWithoutPhoto ? [language(OrderText.withoutPhoto)] : []
    return ([by] + (event.reason.map { [language(OrderText.reason($0))] } ?? []) + bare).joined(
      separator: "\n")
  }
}
