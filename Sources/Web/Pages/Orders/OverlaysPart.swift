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

  func write(to h: Hypertext) {
    for overlay in view.overlays {
      h.div(.class("notice"), .role("status"), .data(.tone, Tone.warn.rawValue)) {
        h.h2(language(OrderText.overlay(overlay.kind)))
        h.p(language(OrderText.laidBy(name: overlay.by, at: language.instant(overlay.at, in: zone))))
        if let reason = overlay.reason { h.p(language(OrderText.reason(reason))) }
        content(overlay, h)
        if let until = overlay.until {
          h.p(language(OrderText.until(language.due(until, in: zone))))
        }
      }
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
    if let amount = overlay.detail["amount"]?.int64 {
      h.p(language(OrderText.disputed(language.money(Rupiah(amount)))))
    }
    if let answer = overlay.detail["answer"]?.text { h.p(language(OrderText.answered(answer))) }
  }
}
