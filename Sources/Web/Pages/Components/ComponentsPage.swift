import EOrderRules
import HTML

/// Every piece that pages are made of, for those who build pages.
struct ComponentsPage: Component {
  let form: FormState

  private var language: Language { form.language }
  private func words(_ text: ComponentsText) -> String { language(text) }

  /// - Throws: 404 outside development installations.
  static func reply(_ page: PageCall) throws -> PageReply {
    guard page.services.isDevelopment else { throw Problem.notFound }
    var form = page.newForm(["size": "micro", "price": "1.250.000"])
    form.problems = [
      .init(
        field: "businessName", sentence: page.language(ComponentsText.problem),
        label: page.language(ComponentsText.name))
    ]
    return .page(page.language(ComponentsText.title), ComponentsPage(form: form))
  }

  func write(to h: Hypertext) {
    h.h1(words(.title))
    h.p(words(.lead), .class("lead"))
    section(.type, h) {
      h.h3(words(.heading))
      h.p(words(.reading))
      h.p(words(.reading), .class("quiet"))
      h.p(language.money(12_345_678), .class("amount"))
    }
    section(.states, h) { h.p(.class("row")) { states(h) } }
    section(.notices, h) {
      for tone in [Tone.info, .good, .warn, .bad] {
        h.put(Remark(text: words(.reading), tone: tone))
      }
    }
    section(.buttons, h) { buttons(h) }
    section(.form, h) { fields(h) }
    section(.tables, h) { h.put(ComponentsTables(language: language)) }
    section(.chart, h) { h.put(ComponentsChart(language: language)) }
    section(.story, h) { story(h) }
    section(.emptiness, h) {
      h.put(EmptyState(title: words(.emptyTitle), text: words(.emptyAdvice)))
    }
  }

  private func section(_ title: ComponentsText, _ h: Hypertext, content: () -> Void) {
    h.section {
      h.h2(words(title))
      content()
    }
  }

  private func states(_ h: Hypertext) {
    for state in OrderState.allCases { h.put(Badge(state, in: language)) }
  }

  private func buttons(_ h: Hypertext) {
    h.div(.class("actions")) {
      for weight in [ButtonWeight.main, .quiet, .bad] {
        h.put(LinkButton(url: "/", text: language(FormText.send), weight: weight))
      }
    }
  }

  private func fields(_ h: Hypertext) {
    let choices = [Choice(value: "micro", text: words(.micro)), Choice(value: "small", text: words(.small))]
    h.put(ErrorSummary(form: form))
    h.form(.get, to: "/components") {
      h.put(
        TextField(
          field: .init(name: "businessName", label: words(.name), hint: words(.hint)), form: form,
          maxLength: 200, autocomplete: "off"))
      h.put(MoneyField(field: .init(name: "price", label: language(OrderText.gross)), form: form))
      h.put(
        TextAreaField(
          field: .init(name: "note", label: words(.note), isRequired: false), form: form, maxLength: 2000))
      h.put(RadioField(field: .init(name: "size", label: words(.size)), form: form, choices: choices))
      h.put(
        SelectField(
          field: .init(name: "other", label: words(.size), isRequired: false), form: form, choices: choices))
      h.put(CheckField(field: .init(name: "agree", label: words(.agree)), form: form))
      h.put(
        FileField(
          field: .init(name: "photo", label: words(.photo), isRequired: false), form: form, accept: "image/*")
      )
      h.button(.submit, language(FormText.save))
    }
  }

  private func story(_ h: Hypertext) {
    h.put(
      Timeline(steps: [
        .init(title: words(.ordered), progress: .done), .init(title: words(.delivered), progress: .current),
        .init(title: words(.paid), progress: .ahead),
      ]))
  }
}

/// The tables and sums among the pieces.
private struct ComponentsTables: Component {
  let language: Language

  func write(to h: Hypertext) {
    let (unit, gross) = (
      TableColumn(title: language(ComponentsText.unit)),
      TableColumn(title: language(ComponentsText.spent), isNumber: true)
    )
    h.dataTable(language(ComponentsText.tables), [unit, gross], isTitled: true) {
      for (name, amount) in ComponentsChart.amounts {
        h.dataRow {
          h.rowHead { h.text(language(name)) }
          h.cell(gross, language.money(Rupiah(amount)))
        }
      }
    }
    h.put(Facts(facts: [.init(name: unit.title, value: language(ComponentsText.firstUnit))]))
    let lines = ComponentsChart.amounts.map { Totals.Line(name: language($0.0), amount: Rupiah($0.1)) }
    let sum = ComponentsChart.amounts.reduce(0) { $0 + $1.1 }
    h.put(
      Totals(
        language: language,
        lines: lines + [.init(name: language(ComponentsText.spent), amount: Rupiah(sum), isSum: true)]))
  }
}

/// The chart among the pieces.
private struct ComponentsChart: Component {
  static let amounts: [(ComponentsText, Int64)] = [
    (.firstUnit, 412_500_000), (.secondUnit, 289_000_000), (.thirdUnit, 36_250_000),
  ]

  let language: Language

  func write(to h: Hypertext) {
    h.put(
      BarTable(
        title: language(ComponentsText.spent),
        columns: (
          TableColumn(title: language(ComponentsText.unit)),
          TableColumn(title: language(ComponentsText.spent))
        ),
        bars: Self.amounts.map { name, amount in
          .init(name: language(name), amount: amount, text: language.money(Rupiah(amount)))
        }))
  }
}
