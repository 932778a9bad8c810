import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

/// The step in which lines of business are found by words and chosen.
struct RegistrationLines {
  static let codeField = "lines.code"
  static let wordsField = "lines.words"
  /// The button that looks for words instead of going on.
  static let actionField = "lines.action"

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show(_ registration: Registration, _ draft: RegistrationDraft, _ visit: Visit) -> PageReply {
    let words = page.asked("q") ?? ""
    return reply(draft, words, page.newForm([Self.wordsField: words]), visit, status: 200)
  }

  /// What is ticked stays, what is typed as a code comes along; then the next step, or the words that were looked for.
  func save(_ registration: Registration, _ visit: Visit) async throws -> PageReply {
    let registering = Registering(page)
    var registration = registration
    let ticked = page.form.texts.keys.filter { $0.hasPrefix("line.") && page.form[$0] == "true" }
      .map { String($0.dropFirst("line.".count)) }
    let before = RegistrationDraft(fields: registration.fields, forms: registering.forms(visit)).lines
    let typed = (page.form[Self.codeField] ?? "").split { $0 == "," || $0 == ";" || $0.isWhitespace }
      .map(String.init)
    // The order in which they were chosen stays: the first is the main one.
    let chosen = before.filter(ticked.contains) + ticked.filter { !before.contains($0) }.sorted()
    let wrong = typed.filter { KBLI($0) == nil }
    let all = chosen + typed.filter { KBLI($0) != nil && !chosen.contains($0) }
    registration.fields[RegistrationDraft.linesField] = all.joined(separator: "|")
    let kept = registration
    try await page.call.withTenant { try await kept.save($0, at: page.call.now) }
    let draft = RegistrationDraft(fields: kept.fields, forms: registering.forms(visit))
    let words = page.form[Self.wordsField] ?? ""
    guard wrong.isEmpty else { return refused(draft, words, Self.codeField, .codeWrong, visit) }
    if page.form[Self.actionField] == "search" {
      return .redirect(PageURL(path: ["register", "lines"], query: [("q", words)]).text)
    }
    guard !all.isEmpty else { return refused(draft, words, Self.wordsField, .linesMissing, visit) }
    return .redirect(RegistrationStep.lines.next.url.text)
  }

  private func refused(
    _ draft: RegistrationDraft, _ words: String, _ field: String, _ why: RegistrationText, _ visit: Visit
  ) -> PageReply {
    var form = page.newForm(page.form.texts)
    form.problems = [FormState.Problem(field: field, sentence: page.language(why))]
    return reply(draft, words, form, visit, status: 422)
  }

  private func reply(
    _ draft: RegistrationDraft, _ words: String, _ form: FormState, _ visit: Visit, status: Int
  ) -> PageReply {
    let directory = page.services.directory
    let found = directory.businesses(for: words).filter { !draft.lines.contains($0.code) }
    let content = RegistrationLinesPage(
      language: page.language,
      progress: Registering(page).progress(draft, visit, at: .lines), form: form,
      chosen: draft.lines.map { code in
        (code, KBLI(code).flatMap { directory.business($0) })
      }, words: words, found: found)
    return .page(page.language(RegistrationText.stepTitle(.lines)), content, status: status)
  }
}

/// The page of that step; without scripts, the search is a button of the same form, so that nothing ticked is lost.
struct RegistrationLinesPage: Component {
  let language: Language
  let progress: RegistrationProgress
  let form: FormState
  let chosen: [(code: String, entry: NationalDirectory.Entry?)]
  let words: String
  let found: [NationalDirectory.Entry]

  func write(to h: Hypertext) {
    h.div(.class("narrow stack")) {
      h.put(progress)
      h.h1(language(RegistrationText.stepTitle(.lines)))
      h.p(language(RegistrationText.stepLead(.lines)))
      h.put(ErrorSummary(form: form))
      h.form(.post, to: RegistrationStep.lines.url, .class("card form")) {
        h.put(HiddenFields(form: form))
        search(h)
        boxes(.found, found.map { ($0.code, $0) }, isChecked: false, h)
        if !words.isEmpty, found.isEmpty { h.p(language(RegistrationText.nothingFound), .class("quiet")) }
        boxes(.chosen, chosen, isChecked: true, h)
        h.put(
          TextField(
            field: FieldLabel(
              name: RegistrationLines.codeField, label: language(RegistrationText.otherCode),
              hint: language(RegistrationText.otherCodeHint), isRequired: false),
            form: form, maxLength: 200, autocomplete: "off", inputMode: "numeric", isShort: true))
        h.button(.submit, language(RegistrationText.saveAndGoOn))
      }
    }
  }

  /// Not required, since whoever knows the code needs no words.
  private func search(_ h: Hypertext) {
    let label = FieldLabel(
      name: RegistrationLines.wordsField, label: language(RegistrationText.words),
      hint: language(RegistrationText.wordsHint))
    h.field(label, in: form) { links in
      h.input(
        .search, .id(links.id), .name(label.name), .value(form.value(label.name)), .maxlength(100),
        .autocomplete("off"), .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
    }
    h.p(.class("field")) {
      h.button(
        .submit, language(RegistrationText.search), .name(RegistrationLines.actionField), .value("search"),
        .data(.tone, "quiet"))
    }
  }

  private func boxes(
    _ title: RegistrationText, _ lines: [(code: String, entry: NationalDirectory.Entry?)], isChecked: Bool,
    _ h: Hypertext
  ) {
    guard !lines.isEmpty else { return }
    h.fieldset(.class("field")) {
      h.legend(language(title))
      for line in lines {
        let id = "line.\(line.code)"
        h.label(for: id, .class("choice")) {
          h.input(.checkbox, .id(id), .name(id), .value("true"), .checked(isChecked))
          h.span("\(name(line.entry) ?? language(RegistrationText.codeAlone)) (\(line.code))")
        }
      }
    }
  }

  private func name(_ entry: NationalDirectory.Entry?) -> String? {
    entry.map { language == .indonesian ? $0.name : $0.english }
  }
}
