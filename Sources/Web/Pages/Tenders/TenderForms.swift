import EOrderRules
import Foundation
import Procurement
import StrictJSON

/// The forms around an offer.
struct TenderForms {
  let language: Language
  let today: Day

  func offer(_ products: ActionForm.Field.Kind?, isVatRegistered: Bool, _ request: JSONValue) -> ActionForm {
    var fields: [ActionForm.Field] = []
    if let products {
      fields.append(
        field("productId", TenderText.product, TenderText.productHint, kind: products, needed: false))
    }
    fields += [
      field("item.name", TenderText.itemName, needed: false),
      field("item.description", TenderText.itemDescription, kind: .lines, 5000, needed: false),
      field("unitPrice", TenderText.unitPrice, TenderText.unitPriceHint, kind: .money),
    ]
    if isVatRegistered {
      fields.append(
        field(
          "priceIncludesVat", TenderText.priceIncludesVat,
          kind: .truth(
            yes: language(StorefrontText.vatInside), no: language(StorefrontText.vatOnTop))))
    }
    return ActionForm(
      action: "offer",
      fields: fields + [
        field("deliverBy", TenderText.deliverBy, kind: .day, start: request["neededOn"]?.text),
        field("note", TenderText.offerNote, kind: .lines, 2000, needed: false),
      ])
  }

  func withdraw() -> ActionForm {
    ActionForm(
      action: "withdraw",
      fields: [field("reason", TenderText.withdrawReason, kind: .lines, 2000, needed: false)])
  }

  func answer() -> ActionForm {
    ActionForm(
      action: "answer-counter",
      fields: [
        field(
          "accept", TenderText.accept,
          kind: .truth(yes: language(TenderText.agreed), no: language(TenderText.notAgreed))),
        field("unitPrice", TenderText.ownPrice, TenderText.ownPriceHint, kind: .money, needed: false),
        field("reason", TenderText.answerReason, kind: .lines, 2000, needed: false),
      ])
  }

  /// What was typed, made the body that the API takes: a product that was chosen goes before a description.
  static func whole(_ action: String, _ typed: JSONValue, isVatRegistered: Bool) -> JSONValue {
    guard action == "offer" else { return typed }
    var members = typed.members ?? []
    if !isVatRegistered { members.append(JSONMember(name: "priceIncludesVat", value: false)) }
    if typed["productId"] != nil { members.removeAll { $0.name == "item" } }
    return .object(members)
  }

  private func field(
    _ name: String, _ label: Words, _ hint: Words? = nil, kind: ActionForm.Field.Kind = .line,
    start: String? = nil, _ maxLength: Int = 200, needed: Bool = true
  ) -> ActionForm.Field {
    ActionForm.Field(
      name: name, label: language(label), hint: hint.map { language($0) }, kind: kind, isRequired: needed,
      start: start ?? "", maxLength: maxLength)
  }
}

extension Words {
  /// The same words as the rules' modules carry them.
  var bilingual: Bilingual { Bilingual(id: indonesian, en: english) }
}
