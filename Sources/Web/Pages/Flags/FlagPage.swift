import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// Everything about one flag, with a form for each step that its reader may take.
struct FlagPage: Component {
  let language: Language
  let zone: OfficialZone
  let view: FlagView
  let steps: [FlagStepPiece]
  let refusal: StepRefusal?

  private var flag: FlagRow { view.flag }

  static func url(_ id: UUID) -> PageURL { PageURL(path: ["flags", id.uuidString.lowercased()]) }

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(FlagText.title),
        steps: [Breadcrumbs.Step(text: language(FlagText.title), url: "/flags")]))
    h.h1(flag.title(in: language))
    h.div(.class("row standing")) {
      h.put(Badge(flag.state, in: language))
      if flag.isAttempt { h.put(Badge(language(FlagText.attempt), tone: .bad)) }
    }
    h.p(flag.sentence(in: language))
    if flag.isAttempt { h.p(language(FlagText.attemptMeans), .class("quiet")) }
    if let refusal { h.put(RefusalNotice(language: language, refusal: refusal)) }
    h.div(.class("columns")) {
      h.div {
        forms(h)
        h.put(FlagOrdersPart(language: language, orders: flag.explanation["orders"]?.elements ?? []))
      }
      h.div {
        facts(h)
        h.section {
          h.h2(language(FlagText.history))
          h.put(Timeline(steps: history))
        }
      }
    }
  }

  private func forms(_ h: Hypertext) {
    if steps.isEmpty { h.p(language(FlagText.noStep), .class("quiet")) }
    for step in steps { h.put(step) }
  }

  private func facts(_ h: Hypertext) {
    h.section {
      h.h2(language(FlagText.facts))
      h.put(Facts(facts: FlagFactsList(language: language, flag: flag).facts))
      if let order = flag.orderID {
        h.p { h.a(OrderPage.url(order), language(FlagText.goToOrder)) }
      }
    }
  }

  private var history: [Timeline.Step] {
    view.events.enumerated().map { index, event in
      let role = Role(rawValue: event.role).map { language($0) } ?? language(FlagText.system)
      let by = language(OrderText.by(name: event.by, role: role))
      let code = event.reasonCode.map { "\n" + language(FlagText.reasonName($0)) } ?? ""
      return Timeline.Step(
        title: FlagTransition(rawValue: event.transition).map { language(FlagText.done($0)) }
          ?? event.transition,
        detail: by + (event.reason.map { "\n" + language(FlagText.said($0)) } ?? "") + code,
        moment: (RFC3339.text(event.at), language.instant(event.at, in: zone)),
        progress: index == view.events.count - 1 ? .current : .done)
    }
  }
}

/// The numbers behind a flag, in words.
struct FlagFactsList {
  let language: Language
  let flag: FlagRow

  var facts: [Facts.Fact] {
    var facts: [Facts.Fact] = []
    func add(_ name: FlagText, _ value: String?) {
      if let value { facts.append(Facts.Fact(name: language(name), value: value)) }
    }
    func amount(_ name: String) -> String? {
      flag.explanation[name]?.int64.map { language.money(Rupiah($0)) }
    }
    let days = flag.explanation["window"]?.int64
    add(
      .sum,
      amount("sum").map { sum in
        days.map { "\(sum) · \(language(FlagText.window(days: Int($0))))" } ?? sum
      })
    add(.limit, amount("limit"))
    add(.similarity, flag.explanation["similarity"]?.int64.map { language.number($0) })
    add(.legal, flag.legal.isEmpty ? nil : language.citation(flag.legal))
    add(.rulesVersion, flag.rulesVersion)
    let reasons = flag.acceptedReasons.map { language(FlagText.reasonName($0)) }
    add(.acceptedReasons, reasons.isEmpty ? nil : reasons.joined(separator: "; "))
    add(.justification, flag.justification)
    return facts
  }
}

/// The orders behind a flag.
struct FlagOrdersPart: Component {
  let language: Language
  let orders: [JSONValue]

  func write(to h: Hypertext) {
    guard !orders.isEmpty else { return }
    let date = TableColumn(title: language(FlagText.orderDate))
    let gross = TableColumn(title: language(FlagText.gross), isNumber: true)
    h.section {
      h.h2(language(FlagText.orders))
      h.dataTable(
        language(FlagText.orders), [TableColumn(title: language(FlagText.order)), date, gross], isTitled: true
      ) {
        for order in orders {
          h.dataRow {
            h.rowHead {
              let number = order["no"]?.text ?? language(FlagText.withoutNumber)
              if let id = order["id"]?.uuid {
                h.a(OrderPage.url(id)) { h.bdi(number) }
              } else {
                h.bdi(number)
              }
            }
            h.cell(date, order["date"]?.day.map { language.shortDay($0) } ?? "–")
            h.cell(gross) {
              h.span(order["gross"]?.int64.map { language.money(Rupiah($0)) } ?? "–", .class("money"))
            }
          }
        }
      }
    }
  }
}
