import EOrderRules
import HTML

@testable import Web

/// One page with every piece of the layout on it.
struct SamplePage: Component {
  let form: FormState
  let text: String

  func write(to h: Hypertext) {
    let language = form.language
    h.put(Breadcrumbs(label: text, steps: [.init(text: text, url: "/orders")]))
    h.h1(text)
    h.put(ErrorSummary(form: form))
    h.put(Notice(title: text, text: text, tone: .warn))
    h.form(.post, to: "/sample") {
      h.put(HiddenFields(form: form))
      h.put(
        TextField(field: .init(name: "businessName", label: text, hint: text), form: form, maxLength: 200))
      h.put(MoneyField(field: .init(name: "price", label: text), form: form))
      h.put(
        TextAreaField(field: .init(name: "note", label: text, isRequired: false), form: form, maxLength: 2000)
      )
      let choices = [Choice(value: "cv", text: text), Choice(value: "pt", text: text)]
      h.put(SelectField(field: .init(name: "legalForm", label: text), form: form, choices: choices))
      h.put(RadioField(field: .init(name: "size", label: text, hint: text), form: form, choices: choices))
      h.put(CheckField(field: .init(name: "vatRegistered", label: text), form: form))
      h.put(FileField(field: .init(name: "file", label: text), form: form, accept: ".pdf"))
      h.div(.class("actions")) {
        h.button(.submit, language(FormText.save))
        h.put(LinkButton(url: "/orders", text: language(FormText.cancel), weight: .quiet))
      }
    }
    table(h, language)
    h.put(
      Pagination(
        language: language, first: "/orders", next: PageURL(path: ["orders"], query: [("cursor", text)])))
    h.put(Facts(facts: [.init(name: text, value: text)]))
    h.put(
      Totals(
        language: language,
        lines: [.init(name: text, amount: 9_850_000), .init(name: text, amount: 1, isSum: true)]))
    h.put(
      Timeline(steps: [
        .init(title: text, detail: text, moment: ("2027-03-01T01:00:00Z", text)),
        .init(title: text, progress: .current),
        .init(title: text, progress: .ahead),
      ]))
    h.put(ActionButton(url: "/orders/1/withdraw", text: text, form: form, weight: .bad, confirm: text))
    h.put(EmptyState(title: text, text: text, action: LinkButton(url: "/", text: text)))
  }

  private func table(_ h: Hypertext, _ language: Language) {
    let columns = [
      TableColumn(title: text), TableColumn(title: text), TableColumn(title: text, isNumber: true),
    ]
    h.dataTable(text, columns) {
      for state in OrderState.allCases {
        h.dataRow {
          h.rowHead { h.a("/orders/1", text) }
          h.cell(columns[1]) { h.put(Badge(state, in: language)) }
          h.cell(columns[2], language.money(12_345_678))
        }
      }
    }
  }
}

/// The sample page in its frame, as a signed-in official would see it.
func samplePage(_ text: String, language: Language = .indonesian, signedIn: Bool = true) -> PageFrame<
  SamplePage
> {
  var form = FormState(language: language)
  form.token = text
  form.idempotencyKey = text
  form.values = ["businessName": text, "note": text, "price": text]
  form.problems = [
    .init(field: "businessName", sentence: text, label: text),
    .init(field: "size", sentence: text, label: text),
  ]
  let viewer = FrameContext.Viewer(
    name: text, roles: [.procurementOfficer], formToken: text)
  return PageFrame(
    context: FrameContext(
      owner: .init(name: "Provinsi \(text)", seal: nil), language: language, languages: Language.allCases,
      viewer: signedIn ? viewer : nil, path: "/orders?state=\(text)",
      menu: MenuItem.items(for: signedIn ? viewer.roles : []),
      assets: .init(
        stylesheet: "/assets/site.css", brand: "/assets/brand.css", icon: "/assets/icon.svg",
        script: "/assets/page.js", live: "/assets/live.js", colour: "#12463f")),
    title: text, content: SamplePage(form: form, text: text))
}
