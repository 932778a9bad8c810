import Foundation
import HTTPTypes

/// Finds the route of a method and a path.
struct RouteTable: Sendable {
  private final class Node: Sendable {
    let children: [String: Node]
    let parameter: (name: String, node: Node)?
    let routes: [HTTPRequest.Method: Route]

    /// Routes whose path, from this depth on, leads here or below.
    init(_ routes: [(segments: ArraySlice<String>, route: Route)]) {
      var here: [HTTPRequest.Method: Route] = [:]
      var below: [String: [(ArraySlice<String>, Route)]] = [:]
      for (segments, route) in routes {
        if let head = segments.first {
          below[head, default: []].append((segments.dropFirst(), route))
        } else {
          here[route.method] = route
        }
      }
      self.routes = here
      let parameters = below.keys.filter { $0.hasPrefix("{") }
      precondition(parameters.count <= 1, "one name for a path parameter at one place: \(parameters)")
      parameter = parameters.first.map {
        (String($0.dropFirst().dropLast()), Node((below[$0] ?? []).map { (segments: $0.0, route: $0.1) }))
      }
      children = below.filter { !$0.key.hasPrefix("{") }
        .mapValues { Node($0.map { (segments: $0.0, route: $0.1) }) }
    }
  }

  enum Match: Sendable {
    case route(Route, [String: String])
    case wrongMethod([String])
    case none
  }

  private let root: Node
  let routes: [Route]

  init(_ routes: [Route]) {
    self.routes = routes
    root = Node(routes.map { (segments: $0.path.split(separator: "/").map(String.init)[...], route: $0) })
  }

  func match(_ method: HTTPRequest.Method, _ path: Substring) -> Match {
    var node = root
    var parameters: [String: String] = [:]
    for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let text = String(segment).removingPercentEncoding, !text.isEmpty else { return .none }
      if let child = node.children[text] {
        node = child
      } else if let (name, child) = node.parameter {
        parameters[name] = text
        node = child
      } else {
        return .none
      }
    }
    if let route = node.routes[method] { return .route(route, parameters) }
    return node.routes.isEmpty ? .none : .wrongMethod(node.routes.keys.map(\.rawValue))
  }
}
