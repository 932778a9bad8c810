import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The regions that one's own vendor serves, and the form that changes them.
struct ServedRegions {
  static let act = "regions"

  let page: PageCall
  let vendor: VendorRow

  private var current: [String] { vendor.profile.serviceRegions }

  /// None where nobody may change them now, or no list has the regions of the province.
  var actions: PageActions {
    let isOwner = page.call.actor?.roles.contains(.vendorOwner) == true
    let isOpen = vendor.state.isEditable || vendor.state == .verified
    let own = page.places.choices()
    guard isOwner, isOpen, !own.isEmpty else {
      return PageActions(page: page, path: ["profile"], actions: [])
    }
    let others = current.filter { code in !own.contains { $0.value == code } }
    let choices = own + others.map { Choice(value: $0, text: page.places.name($0)) }
    var field = ActionForm.Field(
      name: "serviceRegions", label: page.language(StaffText.regions),
      hint: page.language(StaffText.regionsHint), kind: .ticks(choices), isRequired: false)
    field.ticked = current
    let action = PageAction(
      act: Self.act, operation: "editVendor", parameters: ["id": vendor.id.uuidString.lowercased()],
      title: page.language(StaffText.changeRegions), fields: [field],
      body: { body in body["serviceRegions"] == nil ? ["serviceRegions": []] : body },
      version: vendor.version, isFolded: true)
    return PageActions(page: page, path: ["profile"], actions: [action])
  }

  func part(_ refused: RefusedAction?) -> ServedRegionsPart {
    ServedRegionsPart(
      language: page.language,
      names: current.isEmpty ? page.places.name(vendor.profile.regionCode) : page.places.names(current),
      pieces: actions.pieces(refused), notices: actions.notices(refused))
  }
}

/// What a vendor's profile shows of the regions.
struct ServedRegionsPart: Component {
  let language: Language
  let names: String
  let pieces: [ActionFormPiece]
  let notices: [Notice]

  func write(to h: Hypertext) {
    h.section(.class("card")) {
      h.h2(language(StaffText.regions))
      for notice in notices { h.put(notice) }
      h.p { h.bdi(names) }
      if !pieces.isEmpty { h.div(.class("steps")) { for piece in pieces { h.put(piece) } } }
    }
  }
}
