import EOrderRules
import Foundation
import Procurement
import StrictJSON
import Tenancy

/// The provinces, for a central administrator.
struct TenantsReading {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  /// Asks what the API's list asks.
  func callAsFunction() async throws -> PageReply {
    guard page.call.actor != nil else { return SigningIn(page).show() }
    guard let route = TenantRoutes.all.first(where: { $0.name == "listTenants" }) else {
      throw Problem.notFound
    }
    let reader = QueryReader(page.asked("cursor").map { "limit=50&cursor=\($0)" } ?? "limit=50", Paging.query)
    guard reader.errors.isEmpty else { throw Problem.invalid(reader.errors) }
    guard case .answer(let answer) = try await route.handle(page.call.asking(reader.value)) else {
      throw Problem.notFound
    }
    let list = try JSONValue(parsing: answer.body)
    let fleet = try await page.ask("readFleet", query: [("limit", "100")])["items"]?.elements ?? []
    let content = TenantsPage(
      language: page.language,
      rows: (list["items"]?.elements ?? []).map { tenant in
        TenantsPage.Row(tenant, fleet: fleet.first { $0["slug"] == tenant["slug"] }, page.services)
      },
      isFirst: page.asked("cursor") == nil, next: list["nextCursor"]?.text)
    return .page(page.language(CentralText.title), content)
  }
}

extension Call {
  /// The same call with another query.
  func asking(_ query: JSONValue) -> Call {
    Call(
      services: services, tenant: tenant, actor: actor, token: token, now: now, language: language,
      parameters: parameters, query: query, body: body, upload: upload, raw: raw, write: write,
      remoteAddress: remoteAddress, userAgent: userAgent)
  }
}
