import EOrderRules
import Foundation
import HTTPTypes
import Procurement
import StrictJSON
import Tenancy

/// Which host a route belongs to.
enum RouteHost: Sendable {
  case tenant, admin
}

/// Who may call a route.
enum Access: Sendable {
  case anyone
  /// A session is needed, whatever the role.
  case signedIn
  case roles(Set<Role>)
}

/// What a request brings besides path and query.
enum RequestBody: Sendable {
  case none
  /// JSON of this shape; where every member is optional, a request without body counts as `{}`.
  case json(Shape)
  /// A multipart form with one file and its kind, and where it may have one its last day.
  case upload(kinds: [String], dated: Bool = false)
  /// A CSV file of at most this many bytes.
  case csv(maximum: Int)
  /// A tenant file, YAML or JSON.
  case tenantFile
}

/// What a route answers when all is well.
enum RouteAnswer: Sendable {
  case json(Int, Shape)
  case list(Shape)
  case empty
  case file
  case csv
  /// JSON of this shape, or the same as CSV.
  case table(Shape)
  /// Server-Sent Events, as long as the caller listens.
  case events
}

/// The two parameters of every list.
enum Paging {
  static let query: [ShapeField] = [
    .optional("limit", .integer(min: 1, max: 100), "Rows of the page, 20 where absent."),
    .optional("cursor", .text(max: 1000), "`nextCursor` of the page before."),
  ]
}

/// One operation of the API: everything that routing, checking and the published description need.
struct Route: Sendable {
  typealias Handler = @Sendable (Call) async throws -> Reply

  let host: RouteHost
  let method: HTTPRequest.Method
  /// Path below `/api/v1`, with `{name}` for parameters.
  let path: String
  let name: String
  var access: Access
  /// Who may call the route with a parameter of the query that fewer may send.
  var accessWith: [String: Access] = [:]
  var query: [ShapeField] = []
  var body: RequestBody = .none
  let answer: RouteAnswer
  /// Whether the answer to a repeated `Idempotency-Key` is stored: not where it holds a secret.
  var isRepeatable: Bool { method == .post && !holdsSecret }
  var holdsSecret = false
  /// Whether a request with this query writes something: looking behind a mask is recorded too.
  func writes(_ query: JSONValue) -> Bool { method != .get || query["unmask"] != nil }
  /// Statuses besides those that follow from the rest.
  var statuses: [Int] = []
  /// Sees to it that an object that is unknown, or not the caller's, is 404 before the body is read.
  var subject: Subject?
  /// The same for an object that anyone may ask for, or that is no subject of its own.
  var openSubject: OpenSubject?
  /// What is wrong with the meaning of a body whose form has errors too, so that all are told at once.
  var judge: (@Sendable (JSONValue, Tenant, Services) -> [FieldError])?
  /// The same where the meaning depends on what is stored.
  var lookIntoMeaning: (@Sendable (Call) async throws -> [FieldError])?
  let handle: Handler

  init(
    _ host: RouteHost = .tenant, _ method: HTTPRequest.Method, _ path: String, name: String, access: Access,
    query: [ShapeField] = [], body: RequestBody = .none, answer: RouteAnswer, subject: Subject? = nil,
    holdsSecret: Bool = false, statuses: [Int] = [], handle: @escaping Handler
  ) {
    self.host = host
    self.method = method
    self.path = path
    self.name = name
    self.access = access
    self.query = query
    self.body = body
    self.answer = answer
    self.subject = subject
    self.holdsSecret = holdsSecret
    self.statuses = statuses
    self.handle = handle
  }
}

extension Route {
  /// This route, its object looked for before the request is read.
  func finding(_ subject: OpenSubject) -> Route {
    var route = self
    route.openSubject = subject
    return route
  }

  /// This route, the meaning of its body judged even where its form has errors.
  func judging(_ judge: @escaping @Sendable (JSONValue, Tenant, Services) -> [FieldError]) -> Route {
    var route = self
    route.judge = judge
    return route
  }

  /// This route, the meaning of its body looked into even where its form has errors.
  func lookingIntoMeaning(_ look: @escaping @Sendable (Call) async throws -> [FieldError]) -> Route {
    var route = self
    route.lookIntoMeaning = look
    return route
  }

  /// This route, a parameter of its query for some only.
  func with(_ parameter: String, for access: Access) -> Route {
    var route = self
    route.accessWith[parameter] = access
    return route
  }

  /// This route as a request with this query meets it.
  func narrowed(by query: String?) -> Route {
    guard !accessWith.isEmpty else { return self }
    var route = self
    for (name, _) in QueryReader.pairs(query) { route.access = accessWith[name] ?? route.access }
    return route
  }
}

/// What a handler answers.
enum Reply: Sendable {
  case answer(Answer)
  case file(FileContent)
  case text([UInt8], type: String)
  case events(EventFeed)
}
