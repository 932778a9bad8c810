import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The orders of one step on their way to payment, with the form that takes several on at once.
struct PaymentGroup: Component {
  let language: Language
  let zone: OfficialZone?
  let now: Date
  let today: Day
  let form: FormState
  let group: PaymentDesk.Group

  func write(to h: Hypertext) {
    let title = language(PaymentText.group(group.step))
    h.section {
      h.h2(title)
      guard !group.orders.isEmpty else {
        return h.p(language(PaymentText.nothing(group.step)), .class("quiet"))
      }
      h.form(.post, to: PageURL(path: ["payments", group.step.rawValue])) {
        h.put(HiddenFields(form: form))
        table(title, h)
        if isTicked {
          h.div(.class("actions")) { h.button(.submit, language(PaymentText.together(group.step))) }
        } else {
          payments(h)
        }
        h.p(language(PaymentText.togetherMeans), .class("quiet"))
      }
      if group.hasMore { h.p(language(PaymentText.more), .class("quiet")) }
    }
  }

  private var isTicked: Bool { PaymentDesk.ticked.contains(group.step) }

  /// The day on which all of them were paid, and the button.
  private func payments(_ h: Hypertext) {
    var dated = form
    if dated.value(PaymentDesk.dayField).isEmpty { dated.values[PaymentDesk.dayField] = today.description }
    h.put(
      TextField(
        field: FieldLabel(
          name: PaymentDesk.dayField, label: language(StepText.paidOn),
          hint: language(PaymentText.oneByOne)), form: dated, type: .date, isShort: true))
    h.div(.class("actions")) { h.button(.submit, language(PaymentText.together(group.step))) }
  }

  private func table(_ title: String, _ h: Hypertext) {
    let shown = ShownValue(language: language, zone: zone)
    let columns = [
      shown.column(PaymentText.order), shown.column(PaymentText.due, isNumber: true),
      shown.column(PaymentText.mode), shown.column(PaymentText.papers), shown.column(PaymentText.account),
      shown.column(DeskText.until), shown.column(isTicked ? TogetherText.tick : PaymentText.reference),
    ]
    h.put(
      ListTable(
        language: language, caption: title, columns: columns, rows: group.orders.map { row($0, shown) },
        isTitled: true))
  }

  private func row(_ order: JSONValue, _ shown: ShownValue) -> [Cell] {
    let id = order["id"]?.text ?? ""
    let number = order["number"]?.text ?? ""
    let mode = order["paymentMode"]?.text.flatMap(PaymentMode.init)
    let version = (name: "version.\(id)", number: order["version"]?.int ?? 0)
    let control: any Component =
      isTicked
      ? Tick(
        name: "\(PaymentDesk.prefix)\(id)", label: language(PaymentText.tickOf(number)), version: version)
      : ReferenceField(
        id: id, label: language(PaymentText.referenceOf(number)), form: form,
        due: order["due"]?["netToVendor"]?.int64 ?? 0, version: version)
    return [
      .link(PageURL(path: ["orders", id]), number, below: order["vendorName"]?.text ?? ""),
      shown.amount(order["due"]?["netToVendor"]), .text(mode.map { language(OrderText.mode($0)) } ?? "–"),
      papers(order), account(order), due(order), .part(control),
    ]
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
    let kind: OrderTimer = group.step == .verify ? .verify : .pay
    guard let timer = timers.first(where: { $0["kind"]?.text == kind.rawValue }) ?? timers.first,
      let at = timer["dueAt"]?.instant, let zone
    else { return .text(language(DeskText.noDeadline)) }
    let isLate = at < now
    return .moment(
      machine: RFC3339.text(at), words: language.due(at, in: zone),
      remark: isLate ? language(DeskText.late) : nil, tone: .bad)
  }
}

/// The number under which one order was paid, with the amount that the row shows.
struct ReferenceField: Component {
  let id: String
  let label: String
  let form: FormState
  let due: Int64
  let version: (name: String, number: Int)

  func write(to h: Hypertext) {
    let name = "\(PaymentDesk.referencePrefix)\(id)"
    h.input(
      .text, .id(name), .name(name), .value(form.value(name)), .class("short"), .maxlength(100),
      .autocomplete("off"), .aria(.label, label))
    h.input(.hidden, .name("amount.\(id)"), .value(String(due)))
    h.input(.hidden, .name(version.name), .value("v\(version.number)"))
  }
}
