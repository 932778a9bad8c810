import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Hummingbird
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Takes a request for a page to a `PageCall`: who is signed in, and for forms whether they are ours.
struct PageDoor {
  let services: Services
  let tenant: Tenant?
  let exchange: Exchange
  let now: Date
  let cookies: PageCookies

  init(_ services: Services, _ tenant: Tenant?, _ exchange: Exchange) {
    self.services = services
    self.tenant = tenant
    self.exchange = exchange
    now = services.clock.now
    cookies = PageCookies(exchange.request.headers)
  }

  /// The language that was chosen before, else the browser's, among those of the province.
  var language: Language {
    let chosen = cookies[PageCookies.language].flatMap(Language.init) ?? exchange.language
    return languages.contains(chosen) ? chosen : languages.first ?? chosen
  }

  var languages: [Language] {
    tenant.map { $0.rulebook.tenant.languages.compactMap(Language.init) } ?? Language.allCases
  }

  /// Who is signed in, with the session's token.
  func person() async throws -> (actor: Actor, token: Secret)? {
    guard let token = cookies.secret(PageCookies.session) else { return nil }
    let found: Actor? =
      if let tenant {
        try await services.tenants.withConnection(tenant) {
          try await self.actor(Sessions.tenantActor(token, at: now), $0)
        }
      } else {
        try await services.control.withConnection {
          try await self.actor(Sessions.centralActor(token, at: now), $0)
        }
      }
    return found.map { ($0, token) }
  }

  private func actor(_ session: SQL, _ lease: borrowing some Lease & ~Copyable) async throws -> Actor? {
    guard let (actor, mustTouch) = try Sessions.actor(try await lease.query(session), at: now) else {
      return nil
    }
    let person = tenant.map { actor.bound(pptkAsPPK: $0.rulebook.people.pptkAsPPK) } ?? actor
    if mustTouch { try await lease.transaction { $0.enqueue(Sessions.touch(actor.sessionID, at: now)) } }
    return person
  }

  /// - Throws: 403 for a form that was not sent from a page of ours; 415, 413, 400.
  func open(
    _ person: (actor: Actor, token: Secret)?, visit: Secret, _ parameters: [String: String], isForm: Bool
  ) async throws -> PageCall {
    let secret = person?.token ?? visit
    let form = isForm ? try await sealed(secret) : .empty
    let uri = exchange.request.uri
    let query = uri.query
    let call = Call(
      services: services, tenant: tenant, actor: person?.actor, token: person?.token, now: now,
      language: language,
      parameters: parameters, query: [:], body: [:], upload: nil, raw: [], write: Write(),
      remoteAddress: exchange.source.connection.remoteAddress, userAgent: exchange.request.headers[.userAgent]
    )
    return PageCall(
      call: call, target: query.map { "\(exchange.path)?\($0)" } ?? exchange.path, query: query, form: form,
      formSecret: secret)
  }

  private func sealed(_ secret: Secret) async throws -> SentForm {
    let request = exchange.request
    guard FormOrigin.isOwn(request.headers, authority: request.head.authority ?? "") else {
      throw Problem(403, "foreign_form")
    }
    let form = try await SentForm(request)
    guard FormProof(secret).matches(form[FormToken.field]) else { throw Problem(403, "stale_form") }
    return form
  }
}
