import Authentication
import EOrderRules
import Foundation
import HTML
import Postgres
import Procurement
import StrictJSON

/// Somebody follows a link to an address and says that it is the own one; opening the link alone does nothing, since
/// programs open links too.
struct ProvingAddress {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var token: String { page.call.parameters["token"] ?? "" }

  func show() async throws -> PageReply {
    let proved = try await page.call.withTenant {
      try await ProveEmail.email(Secret(presented: token), at: page.call.now, $0)
    }
    guard let email = proved else { return gone(AddressText.proofGoneAdvice) }
    return .page(
      page.language(AddressText.proofTitle), ProofPage(form: page.newForm(), token: token, email: email))
  }

  func prove() async throws -> PageReply {
    let prove = ProveEmail(Secret(presented: token))
    let visit = try page.call.visit
    do throws(any Error) {
      _ = try await page.call.withTenant { try await prove(visit, $0) }
    } catch Procurement.Refusal.notFound {
      return gone(AddressText.proofGoneAdvice)
    } catch Procurement.Refusal.alreadyRegistered {
      return gone(AddressText.taken, status: 409)
    }
    return .redirect("/email-proved")
  }

  /// Where somebody comes to once an address is proved; whoever is signed in with one that is not reads how to prove it.
  func done() throws -> PageReply {
    if let actor = page.call.actor, !actor.hasProvedEmail { return .redirect("/account") }
    return .page(
      page.language(AddressText.proofDone),
      ProofDone(language: page.language, isSignedIn: page.call.actor != nil))
  }

  private func gone(_ advice: AddressText, status: Int = 404) -> PageReply {
    let next: (PageURL, String) =
      page.call.actor == nil
      ? ("/sign-in", page.language(SignInText.title)) : ("/account", page.language(AccountText.title))
    return .page(
      page.language(SignInText.invitationGone),
      LinkGone(language: page.language, advice: page.language(advice), next: next), status: status)
  }
}

/// The question behind a link that proves an address.
struct ProofPage: Component {
  let form: FormState
  let token: String
  let email: String

  func write(to h: Hypertext) {
    let language = form.language
    h.div(.class("narrow")) {
      h.h1(language(AddressText.proofTitle))
      h.p(language(AddressText.proofLead(email)))
      h.put(
        ActionButton(
          url: PageURL(path: ["email-proofs", token]), text: language(AddressText.proofConfirm), form: form))
    }
  }
}

/// The address is proved; on to what comes next.
struct ProofDone: Component {
  let language: Language
  let isSignedIn: Bool

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      h.h1(language(AddressText.proofDone))
      h.p(language(AddressText.proofDoneAdvice))
      h.p {
        if isSignedIn {
          h.a("/", language(MenuText.catalogue))
        } else {
          h.a("/sign-in", language(SignInText.title))
        }
      }
    }
  }
}
