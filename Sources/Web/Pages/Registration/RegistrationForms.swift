import EOrderRules
import Foundation
import HTML
import Procurement
import Tenancy

/// The forms in which a vendor tells of itself: when it registers, and when something of it changes.
struct RegistrationForms {
  let language: Language
  let rulebook: Rulebook
  let directory: NationalDirectory
  let today: Day

  /// - Parameter action: what the names of the fields begin with.
  func form(_ fields: [RegistrationField], action: String, current: [String: String] = [:]) -> ActionForm {
    ActionForm(action: action, fields: fields.map { field($0, current[$0.rawValue] ?? "") })
  }

  func form(_ step: RegistrationStep, current: [String: String] = [:]) -> ActionForm {
    form(step.fields, action: step.rawValue, current: current)
  }

  private func field(_ field: RegistrationField, _ current: String) -> ActionForm.Field {
    let hint = hint(field)
    return ActionForm.Field(
      name: field.rawValue, label: language(RegistrationText.label(field)),
      hint: hint.isEmpty ? nil : hint, kind: kind(field, current), isRequired: field.isRequired,
      start: current, maxLength: field.maxLength, autocomplete: field.autocomplete)
  }

  private func hint(_ field: RegistrationField) -> String {
    guard field == .statementDate, let limit = rulebook.national.amount(.exemptBand, on: today) else {
      return language(RegistrationText.hint(field))
    }
    return language(RegistrationText.exemptHint(limit: language.money(limit)))
  }

  private func sizes() -> [Choice] {
    BusinessSize.allCases.map { size in
      let limits = rulebook.national.sizes.first { $0.size == size }
      let text =
        limits.map {
          RegistrationText.sizeUpTo(
            size, capital: language.money($0.capitalMaximum), sales: language.money($0.salesMaximum))
        } ?? .size(size)
      return Choice(value: size.rawValue, text: language(text))
    }
  }

  private func kind(_ field: RegistrationField, _ current: String) -> ActionForm.Field.Kind {
    switch field {
    case .email: .email
    case .password: .password
    case .phone: .phone
    case .nib, .ownerNik, .npwp, .accountNumber: .digits
    case .capital, .yearlySales, .statementTurnover: .money
    case .letterUntil, .statementDate: .day
    case .street: .lines
    case .legalForm: .radio(choices(LegalForm.allCases) { RegistrationText.legalForm($0) })
    case .size: .radio(sizes())
    case .vatRegistered:
      .truth(yes: language(RegistrationText.vatYes), no: language(RegistrationText.vatNo))
    case .region: regions(current)
    case .bankCode: banks(current)
    case .businessName, .ownerName, .letterNumber, .accountName: .line
    }
  }

  private func choices<Case: RawRepresentable>(
    _ cases: [Case], _ text: (Case) -> RegistrationText
  ) -> [Choice] where Case.RawValue == String {
    cases.map { Choice(value: $0.rawValue, text: language(text($0))) }
  }

  /// The province's own regions first; provinces besides where vendors from elsewhere may join.
  private func regions(_ current: String) -> ActionForm.Field.Kind {
    let places = Places(directory: directory, province: rulebook.tenant.code, language: language)
    guard rulebook.vendors.regionPolicy != .inProvince, !places.choices().isEmpty else {
      return places.kind(keeping: current)
    }
    return .choice(places.choicesOfNation(keeping: current))
  }

  private func banks(_ current: String) -> ActionForm.Field.Kind {
    let choices = directory.banks.map { Choice(value: $0.code, text: $0.name) }
    return choices.isEmpty ? .digits : .choice(keeping(current, choices))
  }

  /// What was chosen before stays a choice, though the list has no such code.
  private func keeping(_ current: String, _ choices: [Choice]) -> [Choice] {
    guard !current.isEmpty, !choices.contains(where: { $0.value == current }) else { return choices }
    return [Choice(value: current, text: current)] + choices
  }
}
