import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The form of an order with the decision about it.
struct NewOrderPage: Component {
  let state: FormState
  let form: OrderingForm
  let source: OrderingSource
  let lines: [OrderingLine]
  let found: [CatalogueItem]
  let categories: [Choice]
  let decision: JSONValue?
  let national: NationalRules
  let refusal: String?

  private var language: Language { state.language }
  private var url: PageURL { PageURL(path: ["orders", "new"], query: source.query) }

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(SheetText.way),
        steps: [
          Breadcrumbs.Step(text: language(OrderText.title), url: "/orders"),
          Breadcrumbs.Step(text: language(OrderingText.title), url: "/orders/new"),
        ]))
    h.h1 { h.bdi(language(OrderingText.from(source.name))) }
    if let refusal { h.put(Notice(title: language(SheetText.refused), text: refusal, tone: .bad)) }
    verdict(h)
    stale("stale", h)
    h.div(.class("columns")) {
      h.div {
        h.put(ErrorSummary(form: state))
        h.form(.post, to: url, .data(.stale, decision == nil ? nil : "stale stale-decision stale-button")) {
          h.put(HiddenFields(form: state))
          OrderingLinesPart(state: state, lines: lines, canRemove: true).write(to: h)
          h.put(ProductPicker(state: state, found: found, categories: categories, hasLines: !lines.isEmpty))
          h.put(TermsPart(state: state, form: form, source: source, holds: holds))
          stale("stale-button", h)
          h.div(.class("actions")) {
            h.button(
              .submit, language(OrderingText.check), .name("do"), .value("check"), .formnovalidate())
            h.button(
              .submit, language(OrderingText.save), .name("do"), .value("save"), .data(.tone, "quiet"),
              .formnovalidate())
            h.button(
              .submit, language(OrderingText.submit), .name("do"), .value("submit"), .data(.tone, "quiet"))
          }
          h.p(language(OrderingText.checkMeans), .class("quiet"))
        }
      }
      h.div {
        stale("stale-decision", h)
        if let decision {
          h.put(TaxSheet(decision: decision, national, language))
          h.put(DecisionPart(language: language, decision: decision))
        } else {
          h.put(
            Section(
              language(TaxText.rulesTitle), Paragraph(language(OrderingText.notYetDecided), isQuiet: true)))
        }
      }
    }
  }

  /// Shown by a script as soon as anything is changed, so that nobody trusts numbers of before.
  private func stale(_ id: String, _ h: Hypertext) {
    guard decision != nil else { return }
    h.p(
      language(OrderingText.stale), .class("notice"), .id(id), .role("status"),
      .data(.tone, Tone.warn.rawValue), .hidden())
  }

  /// What the commitment officer has to justify.
  private var holds: [String] {
    (decision?["violations"]?.elements ?? []).filter { $0["severity"]?.text == Severity.hold.rawValue }
      .compactMap { $0["message"]?[language.rawValue]?.text }
  }

  /// The decision in one sentence, where the eye falls first.
  private func verdict(_ h: Hypertext) {
    guard let decision, refusal == nil else { return }
    let gross = language.money(Rupiah(decision["totals"]?["gross"]?.int64 ?? 0))
    let severities = (decision["violations"]?.elements ?? []).compactMap { $0["severity"]?.text }
    let blocks = severities.count { $0 == Severity.block.rawValue }
    let holds = holds.count
    let isAllowed = decision["allowed"]?.bool ?? false
    h.put(
      Notice(
        title: language(isAllowed ? OrderingText.allowed : OrderingText.notAllowed),
        text: language(OrderingText.verdict(gross: gross, blocks: blocks, holds: holds)),
        tone: !isAllowed ? .bad : holds > 0 ? .warn : .good))
  }
}

/// The lines of an order with their quantities.
struct OrderingLinesPart: Component {
  let state: FormState
  let lines: [OrderingLine]
  let canRemove: Bool

  func write(to h: Hypertext) {
    let language = state.language
    h.section {
      h.h2(language(OrderingText.lines))
      if lines.isEmpty { h.p(language(OrderingText.noLines), .class("quiet")) }
      for line in lines {
        let content = line.product.content
        let price = "\(language.money(content.price)) / \(content.unitOfMeasure)"
        let field = FieldLabel(
          name: OrderingLine.field(line.product.id), label: "\(content.name) – \(content.unitOfMeasure)",
          hint: "\(line.product.vendorName) · \(price)")
        var shown = state
        shown.values[field.name] = line.quantity
        h.field(field, in: shown) { links in
          h.input(
            .text, .id(links.id), .name(field.name), .value(line.quantity), .class("short"), .maxlength(7),
            .inputmode("numeric"), .autocomplete("off"), .aria(.describedby, links.describedBy),
            .aria(.invalid, links.invalid))
        }
      }
      if canRemove, !lines.isEmpty { h.p(language(OrderingText.removeHint), .class("quiet")) }
    }
  }
}

/// The products that can be added, by a search of the catalogue.
struct ProductPicker: Component {
  let state: FormState
  let found: [CatalogueItem]
  let categories: [Choice]
  let hasLines: Bool

  private var language: Language { state.language }
  private var isSearched: Bool {
    [OrderingForm.wordsField, OrderingForm.categoryField].contains { !state.value($0).isEmpty }
  }

  func write(to h: Hypertext) {
    h.section(.class("group")) {
      h.h2(language(hasLines ? OrderingText.addMore : OrderingText.addFirst))
      let words = FieldLabel(name: OrderingForm.wordsField, label: language(NeedText.productSearch))
      h.field(words, in: state) { links in
        h.input(
          .search, .id(links.id), .name(words.name), .value(state.value(words.name)), .maxlength(200),
          .autocomplete("off"), .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
      }
      h.put(
        SelectField(
          field: FieldLabel(
            name: OrderingForm.categoryField, label: language(NeedText.category), isRequired: false),
          form: state, choices: categories))
      h.button(
        .submit, language(OrderingText.find), .name("do"), .value("find"), .data(.tone, "quiet"),
        .formnovalidate())
      if found.isEmpty {
        // Whoever has a line and has asked for nothing more is told nothing.
        if !hasLines || isSearched { h.p(language(NeedText.nothingFound)) }
      } else {
        table(h)
      }
    }
  }

  private func table(_ h: Hypertext) {
    let price = TableColumn(title: language(OrderText.unitPrice), isNumber: true)
    let quantity = TableColumn(title: language(OrderText.quantity))
    h.dataTable(
      language(OrderingText.found), [TableColumn(title: language(OrderText.product)), price, quantity]
    ) {
      for item in found {
        let name = OrderingForm.addPrefix + item.id.uuidString.lowercased()
        h.dataRow {
          h.rowHead {
            h.a(PageURL(path: ["products", item.id.uuidString.lowercased()])) { h.bdi(item.name) }
            h.br()
            h.small { h.bdi(item.vendorName) }
          }
          h.cell(price) {
            h.span(language.money(item.price), .class("money"))
            h.text(" / \(item.unitOfMeasure)")
          }
          h.cell(quantity) {
            h.input(
              .text, .name(name), .id(name), .inputmode("numeric"), .maxlength(7), .class("short"),
              .autocomplete("off"), .aria(.label, language(OrderingText.quantityOf(item.name))))
          }
        }
      }
    }
    h.button(
      .submit, language(OrderingText.add), .name("do"), .value("find"), .data(.tone, "quiet"),
      .formnovalidate())
  }
}

/// Where to, until when, paid how, and what rules may ask for.
struct TermsPart: Component {
  let state: FormState
  let form: OrderingForm
  let source: OrderingSource?
  /// What has to be justified before the order goes out.
  var holds: [String] = []

  func write(to h: Hypertext) {
    let language = state.language
    let piece = ActionFields(form: form.form(source), state: state)
    h.section {
      h.h2(language(OrderingText.terms))
      if let source, let field = form.budgetLine(source) {
        piece.field(field, h)
      } else if let only = source?.budgetLines.first {
        h.put(Facts(facts: [Facts.Fact(name: language(OrderText.budgetLine), value: only.text)]))
      }
      for field in form.terms { piece.field(field, h) }
      let hasProblem = form.evidence().contains { state.problem(piece.form.prefix + $0.name) != nil }
      let isFilled = form.evidence().contains { !state.value(piece.form.prefix + $0.name).isEmpty }
      h.details(.class("step"), .open(hasProblem || isFilled || !holds.isEmpty)) {
        h.summary(language(OrderingText.evidence))
        for field in form.evidence(for: holds) { piece.field(field, h) }
      }
    }
  }
}
