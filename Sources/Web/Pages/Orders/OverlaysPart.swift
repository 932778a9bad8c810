import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// What lies over an order and stops some of its steps: who laid it down, why, until when, and what it says.
struct OverlaysPart: Component {
  let language: Language
  let zone: OfficialZone
  let view: OrderView
  let isVendor: Bool

  func write(to h: Hypertext) {
    breach(h)
    for overlay in view.overlays {
      h.div(.class("notice"), .role("status"), .data(.tone, Tone.warn.rawValue)) {
        h.h2(title(overlay))
        h.p(language(OrderText.laidBy(name: overlay.by, at: language.instant(overlay.at, in: zone))))
        if let reason = overlay.reason { h.p(language(OrderText.reason(reason))) }
        content(overlay, h)
        if let until = overlay.until {
          h.p(
            language(
              OrderTurnText.until(
                overlay.kind, isDecided: view.waitsForDecision, language.due(until, in: zone))))
        }
      }
    }
  }

  private func title(_ overlay: OverlayRecord) -> String {
    guard overlay.kind == .cancelProposed else { return language(OrderText.overlay(overlay.kind)) }
    let isOwn = (overlay.side == .vendor) == isVendor
    return language(isOwn ? OrderTurnText.ownCancel : OrderTurnText.otherCancel)
  }

  /// The first of the two steps that end an order early.
  private func breach(_ h: Hypertext) {
    let warned = view.events.last {
      $0.transition == OrderTransition.terminate.rawValue && $0.from == $0.to
    }
    guard let warned, let cure = view.deadlines.first(where: { $0.kind == OrderTimer.cure.rawValue })
    else { return }
    h.div(.class("notice"), .role("status"), .data(.tone, Tone.warn.rawValue)) {
      h.h2(language(OrderTurnText.breach))
      h.p(language(OrderText.laidBy(name: warned.by, at: language.instant(warned.at, in: zone))))
      if let reason = warned.reason { h.p(language(OrderText.reason(reason))) }
      h.p(language(OrderTurnText.breachMeans(language.due(cure.dueAt, in: zone))))
    }
  }

  private func content(_ overlay: OverlayRecord, _ h: Hypertext) {
    let proposed = overlay.detail["lines"]?.elements ?? []
    if !proposed.isEmpty {
      h.ul {
        for change in proposed {
          guard let line = view.lines.first(where: { $0.id == change["lineId"]?.uuid }) else { continue }
          let (now, then) = (line.quantity, change["quantity"]?.int64 ?? line.quantity)
          h.li(
            language(
              OrderText.proposedQuantity(
                product: line.name, now: language.number(now), then: language.number(then),
                unit: line.unitOfMeasure)))
        }
      }
    }
    if let day = overlay.detail["deliverBy"]?.day {
      h.p(language(OrderTurnText.deliverBy(language.day(day))))
    }
    if let amount = overlay.detail["amount"]?.int64 {
      h.p(language(OrderText.disputed(language.money(Rupiah(amount)))))
    }
    if let answer = overlay.detail["answer"]?.text { h.p(language(OrderText.answered(answer))) }
  }
}
