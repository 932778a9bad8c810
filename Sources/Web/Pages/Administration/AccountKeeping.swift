import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// What is done with any account, whoever keeps it: inviting again, ending it and opening it again.
struct AccountKeeping {
  static let inviting = "invite"

  let page: PageCall

  /// The invitation with the name of whom it is for, or why there is none.
  func invite(_ user: JSONValue) async throws -> (invitation: JSONValue?, refused: RefusedAction?) {
    do throws(any Error) {
      let answer = try await page.carryOut("inviteUser", ["id": user["id"]?.text ?? ""], [:])
      let invitation = try JSONValue(parsing: answer.body)
      return (["name": user["name"] ?? .null, "invitation": invitation], nil)
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(refusal, ActionForm(action: Self.inviting, fields: []))
      return (
        nil, RefusedAction(act: Self.inviting, status: refused.status, message: refused.message)
      )
    }
  }

  func actions(_ user: JSONValue) -> [PageAction] {
    let language = page.language
    let id = user["id"]?.text ?? ""
    let isActive = user["active"]?.bool ?? true
    var actions: [PageAction] = []
    if user["hasPassword"]?.bool == false, isActive {
      actions.append(
        PageAction(
          act: Self.inviting, operation: "inviteUser", parameters: ["id": id],
          title: language(UserText.invite), explanation: language(UserText.inviteMeans), weight: .quiet))
    }
    // Nobody ends the account with which they are signed in.
    guard page.call.actor?.userID != user["id"]?.uuid else { return actions }
    return actions + [
      PageAction(
        act: "activity", operation: "editUser", parameters: ["id": id],
        title: language(isActive ? UserText.deactivate : UserText.activate),
        explanation: language(isActive ? UserText.deactivateMeans : UserText.activateMeans),
        fixed: [JSONMember(name: "active", value: .bool(!isActive))], weight: isActive ? .bad : .quiet,
        version: user["version"]?.int, isFolded: true)
    ]
  }

  /// The link of a new invitation, which is shown once.
  func shown(_ user: JSONValue?) -> [any Component] {
    guard let user, let link = user["invitation"]?["url"]?.text ?? user["url"]?.text else { return [] }
    return [InvitationPart(language: page.language, name: user["name"]?.text ?? "", link: link)]
  }

  func standing(_ user: JSONValue) -> Cell {
    let language = page.language
    if user["active"]?.bool == false { return .badge(language(UserText.inactive), .neutral) }
    return user["hasPassword"]?.bool == false
      ? .badge(language(UserText.invited), .warn) : .badge(language(UserText.active), .good)
  }

  func roles(_ user: JSONValue) -> String {
    (user["roles"]?.elements ?? []).compactMap { $0.text.flatMap(Role.init) }.map { page.language($0) }
      .joined(separator: ", ")
  }
}

/// An invitation's link, which is shown this once.
struct InvitationPart: Component {
  let language: Language
  let name: String
  let link: String

  func write(to h: Hypertext) {
    h.div(.class("notice"), .role("status"), .data(.tone, Tone.good.rawValue)) {
      h.h2(language(UserText.invitationFor(name)))
      h.p(language(UserText.invitationMeans))
      if let url = PageURL(checking: link) { h.p { h.a(url, link) } }
    }
  }
}
