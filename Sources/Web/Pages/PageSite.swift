import Hummingbird
import Tenancy

/// The pages of a host: everything outside the API.
struct PageSite: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ exchange: Exchange, _ tenant: Tenant?) async throws -> Response {
    throw Problem.notFound
  }
}
