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

  /// Somebody who is signed in, with the session's token.
  struct Person: Sendable {
    let actor: Actor
    let token: Secret
    /// Notices that the person has not read.
    let unread: Int
  }

  /// Who is signed in.
  func person() async throws -> Person? {
    guard let token = cookies.secret(PageCookies.session) else { return nil }
    if let tenant {
      let own = try await services.tenants.withConnection(tenant) {
        try await person(token, Sessions.tenantActor(token, at: now), unread: FollowNotices.unread(token), $0)
      }
      if let own { return own }
      return try await services.reader(token, of: tenant, at: now).map {
        Person(actor: $0, token: token, unread: 0)
      }
    }
    return try await services.control.withConnection {
      try await person(token, Sessions.centralActor(token, at: now), unread: "SELECT 0::bigint", $0)
    }
  }

  private func person(
    _ token: Secret, _ session: SQL, unread: SQL, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Person? {
    let results = try await lease.pipeline([session, unread])
    guard let (actor, mustTouch) = try Sessions.actor(results[0], at: now) else { return nil }
    if mustTouch { try await lease.transaction { $0.enqueue(Sessions.touch(actor.sessionID, at: now)) } }
    return Person(
      actor: tenant.map { actor.bound(pptkAsPPK: $0.rulebook.people.pptkAsPPK) } ?? actor, token: token,
      unread: Int(try results[1].scalar(Int64.self) ?? 0))
  }

  /// - Throws: 403 for a form that was not sent from a page of ours; 415, 413, 400.
  func open(
    _ person: Person?, visit: Secret, _ parameters: [String: String], _ route: PageRoute
  ) async throws -> PageCall {
    let secret = person?.token ?? visit
    let form = route.method == .post ? try await sealed(secret, takesFiles: route.takesFiles) : .empty
    let uri = exchange.request.uri
    let query = uri.query
    var call = Call(
      services: services, tenant: tenant, actor: person?.actor, token: person?.token, now: now,
      language: language,
      parameters: parameters, query: [:], body: [:], upload: nil, raw: [], write: Write(),
      remoteAddress: exchange.source.connection.remoteAddress, userAgent: exchange.request.headers[.userAgent]
    )
    call.lastEventID = exchange.request.headers[.lastEventID]
    return PageCall(
      call: call, target: query.map { "\(exchange.path)?\($0)" } ?? exchange.path, query: query, form: form,
      formSecret: secret, cookies: cookies)
  }

  private func sealed(_ secret: Secret, takesFiles: Bool) async throws -> SentForm {
    let request = exchange.request
    guard FormOrigin.isOwn(request.headers, authority: request.head.authority ?? "") else {
      throw Problem(403, "foreign_form")
    }
    let form = try await SentForm(request, takesFiles: takesFiles)
    guard FormProof(secret).matches(form[FormToken.field]) else { throw Problem(403, "stale_form") }
    return form
  }
}
