import HTTPTypes

/// One address of the pages and who answers there.
struct PageRoute: Sendable {
  typealias Handler = @Sendable (PageCall) async throws -> PageReply

  let method: HTTPRequest.Method
  private let pattern: [Substring]
  /// Whether its form may bring files.
  let takesFiles: Bool
  let handle: Handler

  /// - Parameter path: with `{name}` for parameters.
  init(
    _ method: HTTPRequest.Method, _ path: StaticString, takesFiles: Bool = false, _ handle: @escaping Handler
  ) {
    self.method = method
    self.takesFiles = takesFiles
    pattern = path.description.split(separator: "/", omittingEmptySubsequences: false)
    self.handle = handle
  }

  /// The parameters where the path fits; nil where it does not.
  func match(_ segments: [Substring]) -> [String: String]? {
    guard segments.count == pattern.count else { return nil }
    var parameters: [String: String] = [:]
    for (part, segment) in zip(pattern, segments) {
      if part.hasPrefix("{") {
        guard !segment.isEmpty else { return nil }
        parameters[String(part.dropFirst().dropLast())] = String(segment)
      } else if part != segment {
        return nil
      }
    }
    return parameters
  }
}

/// All addresses of a kind of host.
struct PageMap: Sendable {
  let routes: [PageRoute]

  /// - Throws: 404, 405. HEAD is answered as GET is.
  func find(_ method: HTTPRequest.Method, _ path: String) throws -> (PageRoute, [String: String]) {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    let here = routes.compactMap { route in route.match(segments).map { (route, $0) } }
    guard !here.isEmpty else { throw Problem.notFound }
    let wanted = method == .head ? .get : method
    guard let found = here.first(where: { $0.0.method == wanted }) else {
      throw Problem.methodNotAllowed(here.map(\.0.method.rawValue))
    }
    return found
  }
}
