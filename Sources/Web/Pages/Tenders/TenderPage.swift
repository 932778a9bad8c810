import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// One request as a vendor sees it.
struct TenderPage: Component {
  let language: Language
  let zone: OfficialZone
  let now: Date
  let request: JSONValue
  let regionName: String?
  let current: JSONValue?
  let earlier: [JSONValue]
  let forms: [ActionFormPiece]
  let message: String?
  let done: String?

  static func url(_ need: String, done: String? = nil) -> PageURL {
    PageURL(
      path: ["requests-for-offers", need], query: done.map { [(PageCall.doneParameter, $0)] } ?? [])
  }

  private static let doneTexts: [String: Words] = [
    "offer": TenderText.handedIn, "withdraw": TenderText.withdrawn, "answer-counter": TenderText.answered,
  ]

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(TenderText.title),
        steps: [Breadcrumbs.Step(text: language(TenderText.title), url: "/requests-for-offers")]))
    h.h1 { h.bdi(request["title"]?.text ?? "") }
    if let text = done.flatMap({ Self.doneTexts[$0] }) {
      h.put(Notice(title: language(TenderText.recorded), text: language(text), tone: .good))
    }
    if let message { h.put(Notice(title: language(TenderText.refused), text: message, tone: .bad)) }
    if let deadline = request["deadline"]?.instant {
      h.p {
        h.text(language(TenderText.closes) + " ")
        h.put(
          DueMoment(
            language: language, zone: zone, now: now, dueAt: deadline, over: language(TenderText.over)))
      }
    }
    h.div(.class("columns")) {
      h.div {
        wanted(h)
        if let current { own(current, h) }
        if !forms.isEmpty { h.section(.class("steps")) { for form in forms { h.put(form) } } }
      }
      h.div { before(h) }
    }
  }

  private func wanted(_ h: Hypertext) {
    h.section {
      h.h2(language(TenderText.wanted))
      if let text = request["specification"]?.text { h.p(text, .class("written")) }
      h.put(Facts(facts: facts))
    }
  }

  private var facts: [Facts.Fact] {
    let quantity = request["quantity"]?.int64.map { language.number($0) } ?? ""
    let place = request["deliverTo"]?["street"]?.text
    let all: [(Words, String?)] = [
      (TenderText.unit, request["unitName"]?.text),
      (TenderText.quantity, "\(quantity) \(request["unitOfMeasure"]?.text ?? "")"),
      (TenderText.neededOn, request["neededOn"]?.day.map { language.weekday($0) }),
      (TenderText.place, place.map { [$0, regionName].compactMap(\.self).joined(separator: ", ") }),
      (TenderText.note, request["note"]?.text),
    ]
    return all.compactMap { name, value in value.map { Facts.Fact(name: language(name), value: $0) } }
  }

  private func own(_ offer: JSONValue, _ h: Hypertext) {
    guard let state = offer["state"]?.text.flatMap(OfferState.init) else { return }
    h.section(.class("card")) {
      h.h2(language(TenderText.own))
      if let due = asked(of: offer) {
        h.p { h.put(Badge(language(TenderText.yourTurn), tone: .warn)) }
        h.p(language(TenderText.answerUntil(language.due(due, in: zone))))
      } else {
        h.p { h.put(Badge(language(TenderText.state(state)), tone: TenderText.tone(state))) }
        h.p(language(TenderText.meaning(state)))
      }
      h.put(Facts(facts: facts(offer)))
      h.p(language(TenderText.receiptMeans), .class("quiet"))
      rounds(offer, h)
    }
  }

  /// Until when a round of the negotiation waits for the vendor; nil where none does.
  private func asked(of offer: JSONValue) -> Date? {
    guard let round = offer["rounds"]?.elements?.last, round["answeredAt"]?.instant == nil,
      let due = round["dueAt"]?.instant, due > now
    else { return nil }
    return due
  }

  private func facts(_ offer: JSONValue) -> [Facts.Fact] {
    let all: [(Words, String?)] = [
      (TenderText.submittedAt, offer["submittedAt"]?.instant.map { language.instant($0, in: zone) }),
      (TenderText.opensAt, offer["deadline"]?.instant.map { language.instant($0, in: zone) }),
      (
        TenderText.agreedPrice,
        offer["unitPrice"]?.int64.map { price in
          let vat = language(offer["priceIncludesVat"]?.bool == true ? OrderText.withVat : .withoutVat)
          return "\(language.money(Rupiah(price))) / \(request["unitOfMeasure"]?.text ?? "") (\(vat))"
        }
      ),
      (TenderText.deliverBy, offer["deliverBy"]?.day.map { language.day($0) }),
      (TenderText.receipt, offer["sha256"]?.text.map(Self.grouped)),
    ]
    return all.compactMap { name, value in value.map { Facts.Fact(name: language(name), value: $0) } }
  }

  /// In groups of eight, so that a phone can break the line and a person compare them.
  private static func grouped(_ hash: String) -> String {
    stride(from: 0, to: hash.count, by: 8).map { start in
      String(hash.dropFirst(start).prefix(8))
    }.joined(separator: " ")
  }

  private func rounds(_ offer: JSONValue, _ h: Hypertext) {
    let rounds = offer["rounds"]?.elements ?? []
    guard !rounds.isEmpty else { return }
    h.h3(language(TenderText.rounds))
    h.ul {
      for round in rounds {
        h.li {
          h.p(round["note"]?.text ?? "", .class("written"))
          h.p(
            language(TenderText.asked(round["askedPrice"]?.int64.map { language.money(Rupiah($0)) })))
          if round["answeredAt"]?.instant != nil {
            let price = round["agreedPrice"]?.int64 ?? offer["unitPrice"]?.int64 ?? 0
            h.p(
              language(
                TenderText.answeredWith(
                  accepted: round["accepted"]?.bool ?? false, price: language.money(Rupiah(price)))))
          } else if let due = round["dueAt"]?.instant {
            h.p(language(TenderText.answerUntil(language.due(due, in: zone))))
          }
        }
      }
    }
  }

  private func before(_ h: Hypertext) {
    guard !earlier.isEmpty else { return }
    h.section {
      h.h2(language(TenderText.earlier))
      h.ul {
        for offer in earlier {
          h.li {
            h.text(offer["submittedAt"]?.instant.map { language.instant($0, in: zone) } ?? "")
            if let state = offer["state"]?.text.flatMap(OfferState.init) {
              h.text(" ")
              h.put(Badge(language(TenderText.state(state)), tone: TenderText.tone(state)))
            }
          }
        }
      }
    }
  }
}
