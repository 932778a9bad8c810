import Authentication
import EOrderRules
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Tenancy

/// The pages of a host: everything outside the API.
struct PageSite: Sendable {
  private let services: Services
  private let tenantMap = PageMap(routes: PageRoutes.tenant)
  private let centralMap = PageMap(routes: PageRoutes.central)

  init(_ services: Services) { self.services = services }

  /// - Parameter tenant: nil on the admin host.
  func answer(_ exchange: Exchange, _ tenant: Tenant?) async throws -> Response {
    if let asset = try PageAssets(tenant?.rulebook.tenant).answer(exchange) { return asset }
    let door = PageDoor(services, tenant, exchange)
    var viewer: PageDoor.Person?
    var proof = ""
    do {
      let person = try await door.person()
      viewer = person
      let known = door.cookies.secret(PageCookies.visit)
      let visit = known ?? Secret()
      proof = FormProof(person?.token ?? visit).text
      let map = tenant == nil ? centralMap : tenantMap
      let (route, parameters) = try map.find(exchange.request.method, exchange.path)
      if let person, services.mustSetUpSecondFactor(person.actor, in: tenant),
        !PageRoutes.isOpenForSetUp(exchange.path)
      {
        return exchange.response(
          .redirect(setUp(exchange)), in: frame(door, viewer, proof))
      }
      let isReader = person?.actor.isReader == true
      if isReader, !PageRoutes.isForReaders(exchange.request.method, exchange.path) {
        throw Problem.forbidden
      }
      let call = try await door.open(person, visit: visit, parameters, route)
      var reply = try await route.handle(call)
      if isReader, let tenant, let actor = person?.actor, case .page = reply.content {
        // A key is nobody's to read.
        let address = parameters["key"] == nil ? exchange.target : "/break-glass/keys"
        try await services.record(reading: address, by: actor, in: tenant, at: door.now)
        reply.isKept = false
      }
      if let tenant, route.method == .post { services.written(tenant, at: door.now) }
      if person == nil, known == nil, case .page = reply.content {
        reply.cookies.append(PageCookies.setting(PageCookies.visit, visit.text))
      }
      return exchange.response(reply, in: frame(door, viewer, proof))
    } catch let needed as SignInNeeded {
      let target = PageURL(path: ["sign-in"], query: [("next", needed.target)]).text
      return exchange.response(.redirect(target), in: frame(door, nil, proof))
    } catch let problem as Problem where problem.status == 405 && exchange.request.method == .get {
      // An address that only takes a form, opened anew: it leads to the page on which the form stands.
      let back = above(exchange.path, isCentral: tenant == nil)
      return exchange.response(.redirect(back), in: frame(door, viewer, proof))
    } catch {
      return answer(exchange.problem(of: error), exchange, frame(door, viewer, proof))
    }
  }

  /// Where one-time codes are set up, and from where it goes on to the page that was asked for.
  private func setUp(_ exchange: Exchange) -> String {
    let isRead = exchange.request.method == .get && exchange.path != "/"
    let target = exchange.request.uri.query.map { "\(exchange.path)?\($0)" } ?? exchange.path
    return PageURL(path: ["account", "second-factor"], query: isRead ? [("next", target)] : []).text
  }

  /// The page of a problem on a host of which nothing is known.
  func answer(_ problem: Problem, _ exchange: Exchange) -> Response {
    answer(problem, exchange, frame(PageDoor(services, nil, exchange), nil, ""))
  }

  private func answer(_ problem: Problem, _ exchange: Exchange, _ frame: FrameContext) -> Response {
    let page = ProblemPage(
      problem, language: frame.language, isSignedIn: frame.viewer != nil, traceID: exchange.source.traceId)
    var reply = PageReply.page(page.title, page, status: problem.status)
    reply.retryAfter = problem.retryAfter
    var response = exchange.response(reply, in: frame)
    if let allow = problem.allow { response.headers[.allow] = allow }
    return problem.closes ? response.closingConnection() : response
  }

  private func frame(_ door: PageDoor, _ viewer: PageDoor.Person?, _ proof: String) -> FrameContext {
    let exchange = door.exchange
    return FrameContext(door, viewer, proof: proof, path: readable(exchange, isCentral: door.tenant == nil))
  }

  /// Where this page can be read again: the address itself, or of a form that was sent the page that it stands on.
  private func readable(_ exchange: Exchange, isCentral: Bool) -> String {
    let target = exchange.request.uri.query.map { "\(exchange.path)?\($0)" } ?? exchange.path
    guard exchange.request.method == .post else { return target }
    let map = isCentral ? centralMap : tenantMap
    if (try? map.find(.get, exchange.path)) != nil { return target }
    return above(exchange.path, isCentral: isCentral)
  }

  /// The nearest page above an address.
  private func above(_ path: String, isCentral: Bool) -> String {
    let map = isCentral ? centralMap : tenantMap
    var segments = path.split(separator: "/")
    while !segments.isEmpty {
      segments.removeLast()
      let path = "/" + segments.joined(separator: "/")
      if (try? map.find(.get, path)) != nil { return path }
    }
    return "/"
  }
}
