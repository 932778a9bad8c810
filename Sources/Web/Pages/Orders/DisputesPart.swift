import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The disputes of an order, each as a story: claim, answer, what was said and shown since, decision, and whose turn
/// it is.
struct DisputesPart: Component {
  let language: Language
  let zone: OfficialZone
  let disputes: [DisputeView]
  /// Whether the reader may open none of the papers.
  var areClosed = false

  func write(to h: Hypertext) {
    guard !disputes.isEmpty else { return }
    h.section {
      h.h2(language(DisputeText.title))
      for dispute in disputes { story(dispute, h) }
    }
  }

  private func story(_ view: DisputeView, _ h: Hypertext) {
    let dispute = view.dispute
    h.section(.class("card")) {
      h.h3(
        language(
          dispute.detail["subject"]?.text.flatMap(ComplaintSubject.init).map(DisputeText.subject) ?? .other))
      h.p(language(turn(dispute)), .class("turn"))
      h.put(Timeline(steps: claim(dispute) + answer(dispute) + said(view) + decision(dispute)))
      if !view.evidence.isEmpty {
        h.p(language(DisputeText.evidence))
        h.ul {
          for paper in view.evidence {
            h.li {
              let path = ["orders", dispute.orderID, "attachments", paper.id].map { "\($0)".lowercased() }
              let name = language(OrderText.paper(paper.kind))
              if areClosed { h.text(name) } else { h.a(PageURL(path: path), name, .download(paper.kind)) }
            }
          }
        }
      }
    }
  }

  private func turn(_ dispute: DisputeRecord) -> DisputeText {
    let until = dispute.until.map { language.instant($0, in: zone) } ?? "–"
    switch dispute.turn {
    case OrderSide.vendor.rawValue: return .vendorsTurn(until: until)
    case OrderSide.province.rawValue: return .provincesTurn(until: until)
    case Role.budgetOwner.rawValue: return .ownersTurn(until: until)
    default: return .closed
    }
  }

  private func claim(_ dispute: DisputeRecord) -> [Timeline.Step] {
    var detail = [dispute.by, dispute.reason ?? ""]
    if let amount = dispute.detail["amount"]?.int64 {
      detail.append(language(OrderText.disputed(language.money(Rupiah(amount)))))
    }
    return [step(.claimed, detail, dispute.at)]
  }

  private func answer(_ dispute: DisputeRecord) -> [Timeline.Step] {
    guard let text = dispute.detail["answer"]?.text else { return [] }
    let at = dispute.detail["answeredAt"]?.instant ?? dispute.at
    return [step(.answered, [dispute.detail["answeredBy"]?.text ?? "", text], at)]
  }

  private func said(_ view: DisputeView) -> [Timeline.Step] {
    view.entries.map { entry in
      var detail = [entry.by, entry.text]
      if let outcome = entry.outcome.flatMap(DisputeOutcome.init) {
        detail.append(language(StepText.outcomeText(outcome)))
      }
      if let amount = entry.amount { detail.append(language.money(Rupiah(amount))) }
      return step(entry.kind == DisputeEntryKind.proposal.rawValue ? .proposed : .stated, detail, entry.at)
    }
  }

  private func decision(_ dispute: DisputeRecord) -> [Timeline.Step] {
    guard let ended = dispute.endedAt,
      let outcome = dispute.detail["outcome"]?.text.flatMap(DisputeOutcome.init)
    else { return [] }
    var detail = [dispute.detail["decidedBy"]?.text ?? "", language(StepText.outcomeText(outcome))]
    if let amount = dispute.detail["outcomeAmount"]?.int64 { detail.append(language.money(Rupiah(amount))) }
    detail.append(dispute.detail["decision"]?.text ?? "")
    let isHeard = dispute.detail["effect"]?["heard"]?.bool ?? true
    return [step(isHeard ? .decided : .decidedUnheard, detail, ended)]
  }

  private func step(_ title: DisputeText, _ detail: [String], _ at: Date) -> Timeline.Step {
    Timeline.Step(
      title: language(title), detail: detail.filter { !$0.isEmpty }.joined(separator: "\n"),
      moment: (RFC3339.text(at), language.instant(at, in: zone)), progress: .done)
  }
}
