import Authentication
import EOrderRules
import Foundation
import HTML
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Somebody follows an invitation and sets the first password.
struct AcceptingInvitation {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var token: String { page.call.parameters["token"] ?? "" }

  func show() async throws -> PageReply {
    let call = page.call
    let realm: SignIn.Realm = call.tenant == nil ? .central : .tenant
    let found = AcceptInvitation.find(Secret(presented: token), realm: realm, at: call.now)
    let isThere =
      call.tenant == nil
      ? try await call.withControl { try await $0.query(found).count == 1 }
      : try await call.withTenant { try await $0.query(found).count == 1 }
    return isThere ? reply(page.newForm()) : gone
  }

  private var gone: PageReply {
    .page(page.language(SignInText.invitationGone), InvitationGone(language: page.language), status: 404)
  }

  func accept() async throws -> PageReply {
    let (body, errors) = AcceptInvitation.shape.validate(
      ["password": .string(page.form["password"] ?? "")])
    guard errors.isEmpty else { return refused(errors) }
    let call = page.call
    let accept = AcceptInvitation(
      Secret(presented: token), body: body, realm: call.tenant == nil ? .central : .tenant,
      context: try call.tenant.map { _ in try call.visit.placeNames } ?? [])
    let version = call.tenant?.rulebook.version
    do throws(any Error) {
      if call.tenant == nil {
        _ = try await call.withControl {
          try await accept(
            at: call.now, rulesVersion: nil, policy: call.passwords, hasher: call.services.hasher, $0
          )
        }
      } else {
        _ = try await call.withTenant {
          try await accept(
            at: call.now, rulesVersion: version, policy: call.passwords,
            hasher: call.services.hasher, $0)
        }
      }
    } catch Procurement.Refusal.invalid(let errors) {
      return refused(errors)
    } catch Procurement.Refusal.notFound {
      return gone
    }
    return .redirect("/sign-in?done=password", cookies: [PageCookies.clearing(PageCookies.session)])
  }

  private func refused(_ errors: [FieldError]) -> PageReply {
    var form = page.sentForm(problems: errors) { _ in SignInText.newPassword }
    form.values = [:]
    return reply(form, status: 422)
  }

  private func reply(_ form: FormState, status: Int = 200) -> PageReply {
    .page(page.language(SignInText.setTitle), NewPasswordPage.invited(form, token: token), status: status)
  }
}
