import EOrderRules
import Foundation
import HTML
import Procurement

/// Lines of business as a form brings them: what is ticked, and what is typed as a code.
struct ChosenLines {
  static let codeField = "lines.code"
  static let wordsField = "lines.words"
  /// The button that looks for words instead of going on.
  static let actionField = "lines.action"
  private static let tickPrefix = "line."

  /// The codes in the order in which they were chosen; the first is the main one.
  let codes: [String]
  /// What is typed and is no code.
  let wrong: [String]
  let words: String
  let searches: Bool

  init(_ form: SentForm, before: [String]) {
    let ticked = form.texts.keys.filter { $0.hasPrefix(Self.tickPrefix) && form[$0] == "true" }
      .map { String($0.dropFirst(Self.tickPrefix.count)) }
    let typed = (form[Self.codeField] ?? "").split { $0 == "," || $0 == ";" || $0.isWhitespace }
      .map(String.init)
    let chosen = before.filter(ticked.contains) + ticked.filter { !before.contains($0) }.sorted()
    codes = chosen + typed.filter { KBLI($0) != nil && !chosen.contains($0) }
    wrong = typed.filter { KBLI($0) == nil }
    words = form[Self.wordsField] ?? ""
    searches = form[Self.actionField] == "search"
  }

  /// What is wrong with them; nil where they can be kept.
  func problem(_ language: Language) -> FormState.Problem? {
    if !wrong.isEmpty {
      return FormState.Problem(
        field: Self.codeField, sentence: language(RegistrationText.codeWrong),
        label: language(RegistrationText.otherCode))
    }
    guard !searches, codes.isEmpty else { return nil }
    return FormState.Problem(
      field: Self.wordsField, sentence: language(RegistrationText.linesMissing),
      label: language(RegistrationText.words))
  }

  static func tick(_ code: String) -> String { tickPrefix + code }
}

/// The fields by which lines of business are found by words and chosen; without scripts, the search is a button of the
/// same form, so that nothing ticked is lost.
struct LineChooser: Component {
  let form: FormState
  let places: Places
  let chosen: [String]
  let words: String

  private var language: Language { form.language }

  func write(to h: Hypertext) {
    let all = places.directory.businesses(for: words).map(\.code)
    let found = all.filter { !chosen.contains($0) }
    search(h)
    boxes(.found, found, isChecked: false, h)
    if !words.isEmpty, all.isEmpty { h.p(language(RegistrationText.nothingFound), .class("quiet")) }
    boxes(.chosen, chosen, isChecked: true, h)
    h.put(
      TextField(
        field: FieldLabel(
          name: ChosenLines.codeField, label: language(RegistrationText.otherCode),
          hint: language(RegistrationText.otherCodeHint), isRequired: false),
        form: form, maxLength: 200, autocomplete: "off", inputMode: "numeric", isShort: true))
  }

  /// Not required, since whoever knows the code needs no words.
  private func search(_ h: Hypertext) {
    let label = FieldLabel(
      name: ChosenLines.wordsField, label: language(RegistrationText.words),
      hint: language(RegistrationText.wordsHint))
    h.field(label, in: form) { links in
      h.input(
        .search, .id(links.id), .name(label.name), .value(form.value(label.name)), .maxlength(100),
        .autocomplete("off"), .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
    }
    h.p(.class("field")) {
      h.button(
        .submit, language(RegistrationText.search), .name(ChosenLines.actionField), .value("search"),
        .data(.tone, "quiet"), .formnovalidate())
    }
  }

  private func boxes(_ title: RegistrationText, _ codes: [String], isChecked: Bool, _ h: Hypertext) {
    guard !codes.isEmpty else { return }
    h.fieldset(.class("field")) {
      h.legend(language(title))
      for code in codes {
        let id = ChosenLines.tick(code)
        h.label(for: id, .class("choice")) {
          h.input(.checkbox, .id(id), .name(id), .value("true"), .checked(isChecked))
          h.span(KBLI(code).map { places.business($0) } ?? code)
        }
      }
    }
  }
}
