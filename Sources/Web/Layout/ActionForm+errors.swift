import EOrderRules
import Foundation
import StrictJSON

extension ActionForm.Field {
  /// What an error says to whoever filled the field in: choices by their words, amounts in rupiah.
  func sentence(_ error: FieldError, _ language: Language) -> String {
    told(error, language) ?? language.pick(error.detail)
  }

  private func told(_ error: FieldError, _ language: Language) -> String? {
    switch kind {
    case .lookup(let lookup): lookup.problem(language)
    case .choice(let choices), .radio(let choices), .ticks(let choices):
      error.choose(among: choices, language)
    case .truth(let yes, let no):
      error.code == .wrongType ? language(FormText.chooseOne(of: "\(yes); \(no)")) : nil
    case .money: error.limit(language) ?? error.digits(language, such: language.money(Rupiah(25_000_000)))
    case .number: error.digits(language, such: "12")
    default: nil
    }
  }
}

extension FieldError {
  /// The words of what may be chosen, for an error that knows only codes.
  func choose(among choices: [Choice], _ language: Language) -> String? {
    guard code == .notOneOf || (code == .wrongType && !choices.isEmpty) else { return nil }
    let codes = bound.split(separator: ", ").map(String.init)
    let allowed = choices.filter { !$0.value.isEmpty && (codes.isEmpty || codes.contains($0.value)) }
    guard !allowed.isEmpty, code == .wrongType || !codes.isEmpty else { return nil }
    return language(FormText.chooseOne(of: allowed.map(\.text).joined(separator: "; ")))
  }

  /// What to type where words stand in the place of a number.
  func digits(_ language: Language, such example: String) -> String? {
    code == .wrongType || code == .notInteger ? language(FormText.digits(such: example)) : nil
  }

  /// The limit of an amount in rupiah.
  func limit(_ language: Language) -> String? {
    guard let amount = Int64(bound) else { return nil }
    return switch code {
    case .tooSmall: language(FormText.leastAmount(language.money(Rupiah(amount))))
    case .tooLarge: language(FormText.mostAmount(language.money(Rupiah(amount))))
    default: nil
    }
  }
}
