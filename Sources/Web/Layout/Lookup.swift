import Foundation
import HTML
import StrictJSON

/// A choice out of a list that is too long to unfold: people type a part of the name and take what is suggested.
struct Lookup: Sendable {
  /// Suggestions that are named in a sentence.
  private static let mostNamed = 5

  /// What is suggested; once something was typed, what fits it.
  let suggestions: [Choice]
  /// What was typed; nil where the form was not sent yet.
  var typed: String?

  /// The value that a text stands for: the one that is called so, or the only one that fits.
  func value(of text: String) -> String? {
    let wanted = text.trimmingCharacters(in: .whitespaces).lowercased()
    let exact = suggestions.first { $0.text.lowercased() == wanted || $0.value == wanted }
    return (exact ?? (typed != nil && suggestions.count == 1 ? suggestions.first : nil))?.value
  }

  /// Why what was typed names nothing; nil where it does.
  func problem(_ language: Language) -> String? {
    guard let typed, value(of: typed) == nil else { return nil }
    guard !suggestions.isEmpty else { return language(FormText.noneFits(typed: typed)) }
    let names = suggestions.prefix(Self.mostNamed).map(\.text).joined(separator: "; ")
    return language(FormText.severalFit(names: names))
  }

  /// The part of a text by which the list is searched: what follows the dot only tells namesakes apart.
  static func words(of text: String) -> String {
    String(text.split(separator: " · ", maxSplits: 1).first ?? "").trimmingCharacters(in: .whitespaces)
  }
}

/// The field of a lookup: a text with suggestions, which any browser sends.
struct LookupField: Component {
  let field: FieldLabel
  let form: FormState
  let lookup: Lookup

  func write(to h: Hypertext) {
    var field = field
    field.hint = [field.hint, form.language(FormText.lookupHint)].compactMap { $0 }.joined(separator: " ")
    h.field(field, in: form) { links in
      let value = form.value(field.name)
      let list = "\(links.id)-list"
      h.input(
        .text, .id(links.id), .name(field.name), .list(list), .maxlength(300), .autocomplete("off"),
        .value(lookup.suggestions.first { $0.value == value }?.text ?? value), .required(field.isRequired),
        .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
      h.datalist(.id(list)) { for choice in lookup.suggestions { h.option(choice.text, "") } }
    }
  }
}
