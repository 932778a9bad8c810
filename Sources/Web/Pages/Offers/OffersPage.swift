import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// A need's offers: sealed, then side by side, and one of them in full.
struct OffersPage: Component {
  let language: Language
  let zone: OfficialZone
  let places: Places
  let needID: String
  let need: JSONValue
  let state: NeedState
  let offers: [JSONValue]
  let chosen: JSONValue?
  let notices: [Notice]
  let forms: [any Component]

  static func url(_ need: String, offer: String? = nil) -> PageURL {
    PageURL(path: ["needs", need, "offers"], query: offer.map { [("offer", $0)] } ?? [])
  }

  func write(to h: Hypertext) {
    h.put(
      Sheet(
        language: language,
        crumbs: [
          Breadcrumbs.Step(text: language(NeedText.title), url: "/needs"),
          Breadcrumbs.Step(text: need["title"]?.text ?? "", url: PageURL(path: ["needs", needID])),
        ], title: "\(language(OfferText.title)): \(need["title"]?.text ?? "")",
        badge: Badge(state, in: language), notices: notices, parts: comparison + forms,
        aside: request + detail))
  }

  private var request: [any Component] {
    guard let request = need["request"], !request.isNull else {
      return [Section(language(OfferText.request), Paragraph(language(OfferText.notPublished)))]
    }
    let regions = places.names((request["regionCodes"]?.elements ?? []).compactMap(\.text))
    var facts = [
      fact(OfferText.published, instant(request["publishedAt"])),
      fact(OfferText.closes, instant(request["deadline"])),
      fact(OfferText.neededOn, need["neededOn"]?.day.map { language.weekday($0) } ?? "–"),
      fact(OfferText.regions, regions.isEmpty ? language(OfferText.everywhere) : regions),
    ]
    if let note = request["note"]?.text { facts.append(fact(OfferText.note, note)) }
    if let estimate = need["ownEstimate"]?.int64 {
      facts.append(fact(OfferText.ownEstimate, language.money(Rupiah(estimate))))
    }
    return [Section(language(OfferText.request), Facts(facts: facts))]
  }

  private var comparison: [any Component] {
    if state == .offersOpen {
      return [
        Notice(
          title: language(OfferText.sealed),
          text: language(OfferText.sealedUntil(instant(need["request"]?["deadline"]))))
      ]
    }
    guard !offers.isEmpty else {
      if state == .withOfficer, need["request"]?.isNull == false {
        return [
          Notice(title: language(OfferText.failed), text: language(OfferText.failedAdvice), tone: .warn)
        ]
      }
      return state == .evaluating || state == .ordered
        ? [EmptyState(title: language(OfferText.none), text: language(OfferText.noneAdvice))] : []
    }
    let columns = [
      TableColumn(title: language(OfferText.vendor)),
      TableColumn(title: language(OfferText.rank), isNumber: true),
      TableColumn(title: language(OfferText.unitPrice), isNumber: true),
      TableColumn(title: language(OfferText.gross), isNumber: true),
      TableColumn(title: language(OfferText.arrives)), TableColumn(title: language(OfferText.verdict)),
    ]
    let rows = offers.map { offer -> [Cell] in
      [
        .link(
          Self.url(needID, offer: offer["id"]?.text), offer["vendorName"]?.text ?? "",
          below: language(OfferText.state(offer["state"]?.text.flatMap(OfferState.init)))),
        .text(offer["rank"]?.int64.map { language.number($0) } ?? "–"),
        .money(offer["unitPrice"]?.int64.map { Rupiah($0) }),
        .money(offer["decision"]?["totals"]?["gross"]?.int64.map { Rupiah($0) }),
        arrival(offer), verdict(offer),
      ]
    }
    let caption = language(OfferText.comparison)
    return [
      Section(caption, ListTable(language: language, caption: caption, columns: columns, rows: rows))
    ]
  }

  /// When it arrives, and a word where that is after the need's day.
  private func arrival(_ offer: JSONValue) -> Cell {
    guard let day = offer["deliverBy"]?.day else { return .text("–") }
    guard let needed = need["neededOn"]?.day, day > needed else { return .text(language.shortDay(day)) }
    return .moment(
      machine: day.description, words: language.shortDay(day),
      remark: language(OfferText.afterNeed(day.days(since: needed))), tone: .warn)
  }

  private func verdict(_ offer: JSONValue) -> Cell {
    if let reason = offer["invalidReason"]?.text {
      return .badge(language(OfferText.invalid(reason)), .bad)
    }
    let count = offer["decision"]?["violations"]?.elements?.count ?? 0
    if offer["eligible"]?.bool == false { return .badge(language(OfferText.blocked(count)), .bad) }
    return count == 0
      ? .badge(language(OfferText.clean), .good) : .badge(language(OfferText.remarks(count)), .warn)
  }

  private var detail: [any Component] {
    guard let chosen else { return [] }
    var facts = [
      fact(OfferText.state, language(OfferText.state(chosen["state"]?.text.flatMap(OfferState.init)))),
      fact(OfferText.submitted, instant(chosen["submittedAt"])),
    ]
    if let item = chosen["item"], !item.isNull {
      facts.append(fact(OfferText.item, item["name"]?.text ?? ""))
      if let text = item["description"]?.text { facts.append(fact(OfferText.itemDescription, text)) }
    }
    if let price = chosen["unitPrice"]?.int64 {
      let vat = language(chosen["priceIncludesVat"]?.bool == true ? OrderText.withVat : .withoutVat)
      facts.append(fact(OfferText.unitPrice, "\(language.money(Rupiah(price))) (\(vat))"))
    }
    if let note = chosen["note"]?.text { facts.append(fact(OfferText.vendorNote, note)) }
    facts.append(fact(OfferText.seal, chosen["sha256"]?.text ?? ""))
    let product = chosen["productId"]?.text.map {
      [(text: language(OfferText.product), url: Optional(PageURL(path: ["products", $0])))]
    }
    var parts: [any Component] = [Facts(facts: facts)]
    if let product { parts.append(Points(points: product)) }
    let title = language(OfferText.offerOf(chosen["vendorName"]?.text ?? ""))
    var sections: [any Component] = [Section(title, parts: parts)]
    if let decision = chosen["decision"], !decision.isNull {
      sections.append(DecisionPart(language: language, decision: decision))
    }
    if let rounds = rounds(chosen) { sections.append(rounds) }
    return sections
  }

  private func rounds(_ offer: JSONValue) -> Section? {
    let rounds = offer["rounds"]?.elements ?? []
    guard !rounds.isEmpty else { return nil }
    let first = (try? JSONValue(parsing: Array((offer["content"]?.text ?? "").utf8)))?["unitPrice"]?.int64
    var price = first
    var steps = [
      Timeline.Step(
        title: language(OfferText.firstPrice), detail: first.map { language.money(Rupiah($0)) } ?? "–",
        moment: offer["submittedAt"]?.instant.map { (RFC3339.text($0), language.instant($0, in: zone)) })
    ]
    for round in rounds {
      let asked = round["askedPrice"]?.int64.map { language.money(Rupiah($0)) }
      let now = round["agreedPrice"]?.int64 ?? price
      let answer =
        round["answeredAt"]?.isNull ?? true
        ? OfferText.waitsUntil(instant(round["dueAt"]))
        : OfferText.answered(
          accepted: round["accepted"]?.bool ?? false, isLower: now ?? 0 < price ?? 0,
          price: now.map { language.money(Rupiah($0)) } ?? "–")
      price = now
      steps.append(
        Timeline.Step(
          title: language(OfferText.round(round["round"]?.int64 ?? 0, asked: asked)),
          detail: "\(round["note"]?.text ?? "")\n\(language(answer))",
          moment: round["askedAt"]?.instant.map { (RFC3339.text($0), language.instant($0, in: zone)) }))
    }
    return Section(language(OfferText.negotiation), Timeline(steps: steps))
  }

  private func instant(_ value: JSONValue?) -> String {
    value?.instant.map { language.due($0, in: zone) } ?? "–"
  }

  private func fact(_ name: Words, _ value: String) -> Facts.Fact {
    Facts.Fact(name: language(name), value: value)
  }
}
