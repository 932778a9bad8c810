import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The forms around the offers for a need.
struct OfferForms {
  let language: Language
  let zone: OfficialZone?
  let places: Places

  func publish(need: String, version: Int?) -> PageAction {
    PageAction(
      act: NeedTransition.publish.rawValue, operation: "publishRequestForOffers", parameters: ["id": need],
      title: language(NeedText.act(.publish)), explanation: language(OfferText.publishMeans),
      fields: [
        ActionForm.Field(
          name: "deadline", label: language(OfferText.deadline(zone?.abbreviation ?? "")),
          hint: language(OfferText.deadlineHint), kind: zone.map { .moment($0) } ?? .line, isRequired: false),
        ActionForm.Field(
          name: "audience.regionCodes", label: language(OfferText.regions),
          hint: language(OfferText.regionsHint),
          kind: places.choices().isEmpty ? .codes : .ticks(places.choices()), isRequired: false),
        ActionForm.Field(
          name: "note", label: language(OfferText.note), hint: language(OfferText.noteHint), kind: .lines,
          isRequired: false, maxLength: 2000),
      ], version: version)
  }

  func fail(need: String, version: Int?) -> PageAction {
    PageAction(
      act: NeedTransition.fail.rawValue, operation: "failNeed", parameters: ["id": need],
      title: language(NeedText.act(.fail)), explanation: language(NeedText.means(.fail)),
      fields: [
        ActionForm.Field(name: "reason", label: language(NeedText.reason), kind: .lines, maxLength: 2000)
      ], weight: .bad, version: version, isFolded: true)
  }

  /// Negotiating and selecting, where the offer allows it now.
  /// - Parameter among: all offers, of which those with a rank are compared.
  func ofOffer(_ offer: JSONValue, among: [JSONValue], wanted: Int, modes: [PaymentMode]) -> [PageAction] {
    let allowed = (offer["allowedTransitions"]?.elements ?? []).compactMap(\.text)
    let id = offer["id"]?.text ?? ""
    var actions: [PageAction] = []
    if allowed.contains(OfferTransition.select.rawValue) {
      actions.append(select(offer, id, among, wanted, modes))
    }
    if allowed.contains(OfferTransition.counter.rawValue) { actions.append(counter(offer, id)) }
    return actions
  }

  private func counter(_ offer: JSONValue, _ id: String) -> PageAction {
    PageAction(
      act: "counter.\(id)", operation: "counterOffer", parameters: ["id": id],
      title: language(OfferText.counter(vendor: offer["vendorName"]?.text ?? "")),
      explanation: language(OfferText.counterMeans),
      fields: [
        ActionForm.Field(
          name: "unitPrice", label: language(OfferText.askedPrice), hint: language(OfferText.askedPriceHint),
          kind: .money, isRequired: false),
        ActionForm.Field(name: "note", label: language(OfferText.counterNote), kind: .lines, maxLength: 2000),
      ], weight: .quiet, version: offer["version"]?.int, isFolded: true)
  }

  private func select(
    _ offer: JSONValue, _ id: String, _ among: [JSONValue], _ wanted: Int, _ modes: [PaymentMode]
  ) -> PageAction {
    let isFirst = offer["rank"]?.int == 1
    return PageAction(
      act: "select.\(id)", operation: "selectOffer", parameters: ["id": id],
      title: language(OfferText.select(vendor: offer["vendorName"]?.text ?? "")),
      explanation: language(NeedText.means(.select)),
      fields: [
        ActionForm.Field(
          name: "paymentMode", label: language(NeedText.paymentMode),
          kind: .choice(modes.map { Choice(value: $0.rawValue, text: language(OrderText.mode($0))) }),
          start: modes.contains(.ls) ? PaymentMode.ls.rawValue : "")
      ] + whyNotLowest(id, among) + whyFew(among, wanted) + [
        ActionForm.Field(
          name: "justification", label: language(StepText.justification),
          hint: language(StepText.justificationHint), kind: .lines, isRequired: false, maxLength: 2000)
      ], version: offer["version"]?.int, isFolded: !isFirst,
      then: { answer in answer["orderId"]?.uuid.map { OrderPage.url($0) } })
  }

  /// Asked where a cheaper offer fits the rules.
  private func whyNotLowest(_ id: String, _ among: [JSONValue]) -> [ActionForm.Field] {
    let ranked = among.filter { $0["rank"]?.int != nil }.sorted {
      $0["rank"]?.int ?? 0 < $1["rank"]?.int ?? 0
    }
    let lowest = ranked.first { $0["eligible"]?.bool == true }
    guard let lowest, lowest["id"]?.text != id else { return [] }
    return [
      ActionForm.Field(
        name: "reason", label: language(OfferText.whyNotLowest), hint: language(OfferText.whyNotLowestHint),
        kind: .lines, maxLength: 2000)
    ]
  }

  /// Asked where fewer offers came than the province wants.
  private func whyFew(_ among: [JSONValue], _ wanted: Int) -> [ActionForm.Field] {
    let count = among.count { $0["rank"]?.int != nil }
    guard count < wanted else { return [] }
    return [
      ActionForm.Field(
        name: "note", label: language(OfferText.fewOffers),
        hint: language(OfferText.fewCame(count, of: wanted)),
        kind: .lines, maxLength: 2000)
    ]
  }
}
