import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// Everything about one order, with a form for each step that its reader may take.
struct OrderPage: Component {
  struct Viewer: Sendable {
    let isOfficial: Bool
    let roles: Set<Role>
    /// Somebody of central administration, to whom papers stay closed.
    let isReader: Bool
  }

  /// What officials see besides: where the money comes from.
  struct Background: Sendable {
    let packageName: String?
    let rupCode: String?
    let budgetLine: String?
    let available: Rupiah?
  }

  let language: Language
  let zone: OfficialZone
  let now: Date
  let view: OrderView
  let viewer: Viewer
  let background: Background?
  /// The unit that buys, and whom to ask.
  let buyer: OrderBuyer?
  let taxes: TaxSheet
  /// Its red flags, for those who follow them up.
  let flags: [FlagRow]
  /// The order as the API answers it to this reader.
  let answer: JSONValue
  let disputes: [DisputeView]
  let places: Places
  /// The latest proof of each deposited tax.
  let receipts: [TaxReceipt]
  let steps: [StepFormPiece]
  let refusal: StepRefusal?
  /// What its reader has just done, in the words of the history.
  let done: String?
  /// What can be done around the order besides its own steps.
  var around: [ActionFormPiece] = []
  var aroundRefusal: String?
  /// What the sealed log holds about it, for the auditor.
  var proofs: [AuditStoryEntry] = []
  var isNoted = false

  private var order: OrderRecord { view.order }
  /// Whether its reader has nothing to fill in.
  var offersNothing: Bool { steps.isEmpty && around.isEmpty }

  static func url(_ id: UUID, done: OrderTransition? = nil) -> PageURL {
    PageURL(
      path: ["orders", id.uuidString.lowercased()],
      query: done.map { [(PageCall.doneParameter, $0.rawValue)] } ?? [])
  }

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(OrderText.title),
        steps: [Breadcrumbs.Step(text: language(OrderText.title), url: "/orders")]))
    h.h1 {
      h.reference(order.number ?? "\(language(OrderText.order)) · \(language(OrderText.withoutNumber))")
    }
    h.put(OrderHead(page: self))
    if let done {
      h.put(
        Notice(title: language(StepText.recorded), text: done + ".", tone: .good))
    }
    if isNoted {
      h.put(
        Notice(
          title: language(SheetText.recorded), text: language(SheetText.recordedText), tone: .good))
    }
    if let aroundRefusal {
      h.put(Notice(title: language(SheetText.refused), text: aroundRefusal, tone: .bad))
    }
    h.put(
      OverlaysPart(language: language, zone: zone, view: view, isVendor: !viewer.isOfficial))
    if let refusal { h.put(RefusalNotice(language: language, refusal: refusal)) }
    h.div(.class("columns")) {
      h.div {
        if steps.contains(where: { $0.step.transition == .discard }) {
          let edit = PageURL(path: ["orders", order.id.uuidString.lowercased(), "edit"])
          h.put(LinkRow(links: [LinkRow.Link(url: edit, text: language(OrderingText.edit))]))
        }
        h.put(
          StepsPart(
            language: language, steps: steps, isEmptyByRight: order.state.isFinal || !around.isEmpty))
        for piece in around { h.put(piece) }
        h.put(OrderLinesPart(language: language, lines: view.lines))
        if order.state == .terminated, let accepted = order.acceptedGross {
          h.p(language(OrderTurnText.terminated(accepted: language.money(accepted))), .class("quiet"))
        }
        h.put(taxes)
        if !order.state.isUnfulfilled {
          h.put(
            OrderMoneyPart(
              language: language, order: answer, receipts: receipts, national: taxes.national,
              lines: view.lines))
        }
        if viewer.isOfficial {
          h.put(DecisionPart(language: language, decision: taxes.decision))
          h.put(PriceEvidencePart(language: language, order: answer))
        }
        if !proofs.isEmpty { story(h) }
        if !flags.isEmpty {
          h.section {
            h.h2(language(FlagText.ofOrder))
            h.put(
              FlagTable(
                language: language, zone: zone, caption: language(FlagText.ofOrder), rows: flags,
                isTitled: true))
          }
        }
      }
      h.div {
        h.put(OrderFactsPart(page: self))
        papers(h)
        h.put(OrderRatingsPart(language: language, zone: zone, ratings: view.ratings))
        h.put(DisputesPart(language: language, zone: zone, disputes: disputes, areClosed: viewer.isReader))
        h.section {
          h.h2(language(OrderText.history))
          h.put(Timeline(steps: OrderHistory(language: language, zone: zone, view: view).steps))
        }
      }
    }
  }

  private func story(_ h: Hypertext) {
    let title = language(AuditText.story)
    h.section {
      h.h2(title)
      h.put(
        AuditTable(
          language: language, shown: ShownValue(language: language, zone: zone), zone: zone, caption: title,
          entries: proofs, isTitled: true))
      let all = PageURL(path: ["audit"], query: [("subject", order.id.uuidString.lowercased())])
      h.p { h.a(all, language(AuditText.wholeStory)) }
    }
  }

  private func papers(_ h: Hypertext) {
    let takesPart = !viewer.roles.isDisjoint(with: OrderRoutes.parties)
    guard takesPart || !view.attachments.isEmpty else { return }
    h.section {
      h.h2(language(OrderText.papers))
      h.put(
        AttachedPapers(
          language: language, order: order.id, papers: view.attachments, areClosed: viewer.isReader))
      if takesPart {
        h.p {
          h.put(
            LinkButton(
              url: OrderPapers.url(order.id), text: language(OrderPapersText.add), weight: .quiet))
        }
      }
    }
  }
}

/// Why a step was not taken, above the order.
struct RefusalNotice: Component {
  let language: Language
  let refusal: StepRefusal

  func write(to h: Hypertext) {
    guard refusal.message != nil || !refusal.violations.isEmpty else { return }
    h.div(.class("notice"), .role("alert"), .data(.tone, Tone.bad.rawValue)) {
      h.h2(language(StepText.refused))
      if let message = refusal.message { h.p(message) }
      if !refusal.violations.isEmpty {
        h.ul {
          for violation in refusal.violations {
            h.li {
              h.text(language(violation.message) + " ")
              h.small(language(TaxText.legal(violation.legal)))
            }
          }
        }
      }
    }
  }
}
