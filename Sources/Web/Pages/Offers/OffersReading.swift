import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The offers for a need: asked for, waited for, compared, negotiated and selected on one page.
struct OffersReading {
  /// Offers on the page; more vendors than these hardly answer.
  private static let most = 50

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  func act() async throws -> PageReply {
    let found = try await find()
    return try await actions(found, of: nil).carryOut { try await reply(refused: $0) }
  }

  private struct Found {
    let id: String
    let need: JSONValue
    let state: NeedState
    let offers: [JSONValue]
  }

  private func find() async throws -> Found {
    let id = try page.call.id().uuidString.lowercased()
    _ = try page.actor
    let need = try await page.ask("readNeed", ["id": id])
    let offers = try await page.ask("listOffers", ["id": id], query: [("limit", "\(Self.most)")])
    return Found(
      id: id, need: need, state: need["state"]?.text.flatMap(NeedState.init) ?? .cancelled,
      offers: offers["items"]?.elements ?? [])
  }

  private func reply(refused: RefusedAction?) async throws -> PageReply {
    let found = try await find()
    // The offer that was asked for, else the one on which an action was refused, else the first in rank.
    let asked = page.asked("offer") ?? refused.flatMap { $0.act.split(separator: ".").last.map(String.init) }
    let chosen = found.offers.first { $0["id"]?.text == asked } ?? found.offers.first
    let actions = actions(found, of: chosen?["id"]?.text)
    let content = OffersPage(
      language: page.language, zone: try page.caller.tenant.calendar.zone, places: page.places,
      needID: found.id, need: found.need, state: found.state, offers: found.offers, chosen: chosen,
      notices: actions.notices(refused),
      forms: actions.part(refused))
    let title = page.language(OfferText.title)
    return .page("\(title) – \(found.need["title"]?.text ?? "")", content, status: refused?.status ?? 200)
  }

  /// What its reader may do now.
  /// - Parameter offer: the one that is shown; all of them where nil.
  private func actions(_ found: Found, of offer: String?) -> PageActions {
    let allowed = (found.need["allowedTransitions"]?.elements ?? []).compactMap(\.text)
    let version = found.need["version"]?.int
    let forms = OfferForms(language: page.language, zone: page.zone, places: page.places)
    var actions: [PageAction] = []
    for shown in found.offers where offer == nil || shown["id"]?.text == offer {
      actions += forms.ofOffer(
        shown, among: found.offers, wanted: page.call.tenant?.rulebook.offers.minimumOffers ?? 0, modes: modes
      )
    }
    if allowed.contains(NeedTransition.publish.rawValue) {
      actions.append(forms.publish(need: found.id, version: version))
    }
    if allowed.contains(NeedTransition.fail.rawValue) {
      actions.append(forms.fail(need: found.id, version: version))
    }
    return PageActions(page: page, path: ["needs", found.id, "offers"], actions: actions)
  }

  private var modes: [PaymentMode] {
    let allowed = page.call.tenant?.rulebook.payment.modes ?? []
    return PaymentMode.allCases.filter(allowed.contains)
  }
}
