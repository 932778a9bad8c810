import Foundation
import Hummingbird
import Postgres
import StrictJSON
import Tenancy

/// `/healthz`: the process lives. `/readyz`: it can reach its database. Both answer on any host.
struct Probes {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ exchange: Exchange) async throws -> Response? {
    switch exchange.path {
    case "/healthz":
      try requireGet(exchange)
      return exchange.response(
        json: JSONValue.object([JSONMember(name: "status", value: "ok")]).encoded, status: 200)
    case "/readyz":
      try requireGet(exchange)
      _ = try await services.control.withConnection { try await $0.query("SELECT 1") }
      return exchange.response(
        json: JSONValue.object([JSONMember(name: "status", value: "ready")]).encoded, status: 200)
    default: return nil
    }
  }

  private func requireGet(_ exchange: Exchange) throws {
    guard exchange.request.method == .get || exchange.request.method == .head else {
      throw Problem.methodNotAllowed(["GET"])
    }
  }
}
