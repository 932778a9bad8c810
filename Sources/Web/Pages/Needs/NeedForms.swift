import EOrderRules
import Foundation
import Procurement

/// The forms of a need: what its reader may fill in.
struct NeedForms {
  let language: Language
  let today: Day
  let places: Places

  /// What lays a need down.
  func new(_ lines: ActionForm.Field.Kind) -> ActionForm {
    ActionForm(
      action: "new",
      fields: [
        ActionForm.Field(
          name: "packageLine", label: language(NeedText.packageLine),
          hint: language(NeedText.packageLineHint), kind: lines),
        ActionForm.Field(
          name: "title", label: language(NeedText.needTitle), hint: language(NeedText.needTitleHint)),
      ])
  }

  func prepare(_ need: NeedRow, categories: [Choice]) -> ActionForm {
    let content = need.content
    return ActionForm(
      action: NeedTransition.prepare.rawValue,
      fields: [
        field(
          "specification", .specification, .specificationHint, kind: .lines, start: content.specification,
          5000),
        field("category", .category, kind: .choice(categories), start: content.category),
        field("quantity", .quantity, kind: .number, start: content.quantity.map(String.init), 7),
        field("unitOfMeasure", .unitOfMeasure, .unitOfMeasureHint, start: content.unitOfMeasure),
        field("neededOn", .neededOn, kind: .day, start: content.neededOn?.description),
        field("deliverTo.street", .street, start: content.street),
        field(
          "deliverTo.regionCode", .regionCode, kind: places.kind(keeping: content.regionCode ?? ""),
          start: content.regionCode, 13),
        field(
          "ownEstimate", .ownEstimate, .ownEstimateHint, kind: .money,
          start: content.ownEstimate.map { String($0.amount) }, isRequired: false),
        field(
          "estimateBasis", .estimateBasis, .estimateBasisHint, kind: .lines, start: content.estimateBasis,
          2000,
          isRequired: false),
        field(
          "catalogueCheck.result", .catalogueResult,
          kind: .choice(
            CatalogueCheck.Result.allCases.map {
              Choice(value: $0.rawValue, text: language(NeedText.result($0)))
            }), start: content.catalogueCheck?.result.rawValue),
        field(
          "catalogueCheck.evidence", .catalogueEvidence, .catalogueEvidenceHint,
          start: content.catalogueCheck?.evidence, 2000, isRequired: false),
        field(
          "catalogueCheck.reason", .catalogueReason, kind: .lines, start: content.catalogueCheck?.reason,
          2000,
          isRequired: false),
      ])
  }

  func dispatch(_ officers: ActionForm.Field.Kind) -> ActionForm {
    ActionForm(
      action: NeedTransition.dispatch.rawValue,
      fields: [
        field("officerId", .officer, .officerHint, kind: officers)
      ])
  }

  func cancel() -> ActionForm {
    ActionForm(
      action: NeedTransition.cancel.rawValue,
      fields: [field("reason", .reason, kind: .lines, 2000)])
  }

  /// Gives up an order that its vendor did not take.
  func chooseAgain(_ transition: NeedTransition) -> ActionForm {
    ActionForm(
      action: transition.rawValue, fields: [field("reason", .reason, kind: .lines, 2000, isRequired: false)])
  }

  func chooseDirect(_ need: NeedRow, products: ActionForm.Field.Kind, modes: [PaymentMode]) -> ActionForm {
    ActionForm(
      action: NeedTransition.chooseDirect.rawValue,
      fields: [
        field("product", .product, .productHint, kind: products),
        field("lines.0.quantity", .quantity, kind: .number, start: need.content.quantity.map(String.init), 7),
        field("deliverBy", .deliverBy, kind: .day, start: need.content.neededOn?.description),
        field(
          "paymentMode", .paymentMode,
          kind: .choice(modes.map { Choice(value: $0.rawValue, text: language(OrderText.mode($0))) })),
        field("comparedPrices.0.source", .comparedSource, .comparedHint, isRequired: false),
        field("comparedPrices.0.unitPrice", .comparedPrice, kind: .money, isRequired: false),
        field("comparedPrices.1.source", .comparedSource, isRequired: false),
        field("comparedPrices.1.unitPrice", .comparedPrice, kind: .money, isRequired: false),
        field("note", .note, kind: .lines, 2000, isRequired: false),
      ])
  }

  private func field(
    _ name: String, _ label: NeedText, _ hint: NeedText? = nil, kind: ActionForm.Field.Kind = .line,
    start: String? = nil, _ maxLength: Int = 200, isRequired: Bool = true
  ) -> ActionForm.Field {
    ActionForm.Field(
      name: name, label: language(label), hint: hint.map { language($0) }, kind: kind, isRequired: isRequired,
      start: start ?? "", maxLength: maxLength)
  }
}
