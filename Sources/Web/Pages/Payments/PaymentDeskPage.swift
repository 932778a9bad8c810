import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The orders that are on their way to payment, by step.
struct PaymentDeskPage: Component {
  /// What came of one order of several.
  struct Result: Sendable {
    let id: String
    let number: String?
    let refusal: String?
  }

  let language: Language
  let zone: OfficialZone?
  let now: Date
  let form: FormState
  let groups: [PaymentDesk.Group]
  let paid: [JSONValue]
  let results: [Result]?

  func write(to h: Hypertext) {
    h.h1(language(PaymentText.title))
    h.p(language(PaymentText.lead), .class("lead"))
    if let results { outcome(results, h) }
    for group in groups { section(group, h) }
    if !paid.isEmpty { taxes(h) }
  }

  private func outcome(_ results: [Result], _ h: Hypertext) {
    let refused = results.filter { $0.refusal != nil }
    if results.isEmpty {
      return h.put(
        Notice(
          title: language(PaymentText.noneTicked), text: language(PaymentText.noneTickedText), tone: .warn))
    }
    let done = results.count - refused.count
    if done > 0 {
      h.put(Notice(title: language(SheetText.recorded), text: language(PaymentText.done(done)), tone: .good))
    }
    guard !refused.isEmpty else { return }
    h.div(.class("notice"), .role("alert"), .data(.tone, Tone.bad.rawValue)) {
      h.h2(language(PaymentText.notDone(refused.count)))
      h.ul {
        for result in refused {
          h.li {
            h.a(PageURL(path: ["orders", result.id]), language(PaymentText.order))
            h.text(" – \(result.refusal ?? "")")
          }
        }
      }
    }
  }

  private func section(_ group: PaymentDesk.Group, _ h: Hypertext) {
    let title = language(PaymentText.group(group.step))
    h.section {
      h.h2(title)
      guard !group.orders.isEmpty else {
        return h.p(language(PaymentText.nothing(group.step)), .class("quiet"))
      }
      if PaymentDesk.together.contains(group.step) {
        h.form(.post, to: PageURL(path: ["payments", group.step.rawValue])) {
          h.put(HiddenFields(form: form))
          table(group, title, isTogether: true, h)
          h.div(.class("actions")) {
            h.button(.submit, language(PaymentText.together(group.step)))
          }
          h.p(language(PaymentText.togetherMeans), .class("quiet"))
        }
      } else {
        table(group, title, isTogether: false, h)
        h.p(language(PaymentText.oneByOne), .class("quiet"))
      }
      if group.hasMore { h.p(language(PaymentText.more), .class("quiet")) }
    }
  }

  private func table(_ group: PaymentDesk.Group, _ title: String, isTogether: Bool, _ h: Hypertext) {
    let shown = ShownValue(language: language, zone: zone)
    var columns = [
      shown.column(PaymentText.order), shown.column(PaymentText.due, isNumber: true),
      shown.column(PaymentText.mode), shown.column(PaymentText.papers), shown.column(PaymentText.account),
      shown.column(DeskText.until),
    ]
    if isTogether { columns.append(shown.column(PaymentText.tick)) }
    h.put(
      ListTable(
        language: language, caption: title, columns: columns,
        rows: group.orders.map { row($0, shown, isTogether: isTogether) }, isTitled: true))
  }

  private func row(_ order: JSONValue, _ shown: ShownValue, isTogether: Bool) -> [Cell] {
    let id = order["id"]?.text ?? ""
    let mode = order["paymentMode"]?.text.flatMap(PaymentMode.init)
    var cells: [Cell] = [
      .link(
        PageURL(path: ["orders", id]), order["number"]?.text ?? "", below: order["vendorName"]?.text ?? ""),
      shown.amount(order["due"]?["netToVendor"]), .text(mode?.rawValue ?? "–"), papers(order),
      account(order), due(order),
    ]
    if isTogether {
      let label = language(PaymentText.tickOf(order["number"]?.text ?? ""))
      cells.append(
        .part(Tick(name: "order.\(id)", label: label, version: ("version.\(id)", order["version"]?.int ?? 0)))
      )
    }
    return cells
  }

  private func papers(_ order: JSONValue) -> Cell {
    let missing = (order["checklist"]?["missing"]?.elements ?? []).compactMap {
      $0.text.flatMap(SupportingPaper.init)
    }
    guard !missing.isEmpty else { return .badge(language(PaymentText.complete), .good) }
    return .pair(
      language(PaymentText.missing(missing.count)),
      missing.map { language(MoneyText.paper($0)) }.joined(separator: ", "))
  }

  private func account(_ order: JSONValue) -> Cell {
    guard let changed = order["bankAccountChangedAt"]?.instant, let zone else {
      return .badge(language(PaymentText.accountSame), .good)
    }
    let isCooling = order["bankCoolingUntil"]?.instant.map { $0 > now } ?? false
    let words = language(PaymentText.accountChanged(language.instant(changed, in: zone)))
    return isCooling ? .badge(words, .bad) : .text(words)
  }

  private func due(_ order: JSONValue) -> Cell {
    let timers = order["timers"]?.elements ?? []
    guard let timer = timers.first(where: { $0["kind"]?.text == OrderTimer.pay.rawValue }) ?? timers.first,
      let at = timer["dueAt"]?.instant, let zone
    else { return .text(language(DeskText.noDeadline)) }
    let isLate = at < now
    return .moment(
      machine: RFC3339.text(at), words: language.due(at, in: zone),
      remark: isLate ? language(DeskText.late) : nil, tone: .bad)
  }

  private func taxes(_ h: Hypertext) {
    let shown = ShownValue(language: language, zone: zone)
    let caption = language(PaymentText.taxes)
    let columns = [
      shown.column(PaymentText.order), shown.column(PaymentText.tax),
      shown.column(PaymentText.amount, isNumber: true), shown.column(PaymentText.depositBy),
      shown.column(PaymentText.reportBy),
    ]
    let rows = paid.flatMap { order -> [[Cell]] in
      (order["deposits"]?.elements ?? []).map { deposit in
        let tax = deposit["code"]?.text.flatMap(TaxCode.init).map { language(TaxText.tax($0)) }
        return [
          .link(PageURL(path: ["orders", order["id"]?.text ?? ""]), order["number"]?.text ?? ""),
          .pair(tax ?? "", deposit["legal"]?.text ?? ""), shown.amount(deposit["amount"]),
          .text(shown.day(deposit["depositBy"])), .text(shown.day(deposit["reportBy"])),
        ]
      }
    }
    h.put(
      Section(
        caption, Paragraph(language(PaymentText.taxesLead), isQuiet: true),
        ListTable(language: language, caption: caption, columns: columns, rows: Array(rows.prefix(20)))))
  }
}

/// A box for one row of a table, with the version of what the row shows.
struct Tick: Component {
  let name: String
  let label: String
  let version: (name: String, number: Int)

  func write(to h: Hypertext) {
    h.input(.checkbox, .id(name), .name(name), .value("true"), .aria(.label, label))
    h.input(.hidden, .name(version.name), .value("v\(version.number)"))
  }
}
