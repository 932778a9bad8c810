import EOrderRules
import Files
import HTTPTypes
import Procurement
import StrictJSON

/// The decision that a refused order brings along.
enum OrderShapesReference {
  static let decision = OrderShapes.decision
}

extension Route {
  /// Every shape that the operation shows or takes.
  var shapes: [Shape] {
    var shapes = query.map(\.shape)
    if case .json(let shape) = body { shapes.append(shape) }
    switch answer {
    case .json(_, let shape), .list(let shape), .table(let shape): shapes.append(shape)
    case .empty, .file, .csv, .events: break
    }
    return shapes
  }

  /// Every status that the operation may answer besides its own, with the general ones left to the reader.
  var problemStatuses: [Int] {
    // A token is looked at on open routes too.
    var found: Set<Int> = [400, 401, 403, 404, 405, 413, 414, 421, 422, 429, 431, 500, 501, 503]
    switch body {
    case .none: break
    case .json, .upload, .csv, .tenantFile: found.formUnion([413, 415])
    }
    if method != .get { found.formUnion([409, 412]) }
    return found.union(statuses).sorted()
  }
}

/// One operation in the description.
struct OpenAPIOperation {
  private let route: Route

  init(_ route: Route) { self.route = route }

  var value: JSONValue {
    var members: [JSONMember] = [
      JSONMember(name: "operationId", value: .string(route.name)),
      JSONMember(name: "security", value: security),
    ]
    if !parameters.isEmpty { members.append(JSONMember(name: "parameters", value: .array(parameters))) }
    if let requestBody { members.append(JSONMember(name: "requestBody", value: requestBody)) }
    members.append(JSONMember(name: "responses", value: .object(responses)))
    if case .roles(let roles) = route.access {
      members.append(
        JSONMember(name: "x-roles", value: .array(roles.map(\.rawValue).sorted().map { .string($0) })))
    }
    return .object(members)
  }

  private var security: JSONValue {
    if case .anyone = route.access { return [.object([]), ["bearer": []]] }
    return [["bearer": []]]
  }

  private var parameters: [JSONValue] {
    let path = route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { segment -> JSONValue in
      let name = String(segment.dropFirst().dropLast())
      return ["name": .string(name), "in": "path", "required": true, "schema": schema(ofParameter: name)]
    }
    let query = route.query.map { field -> JSONValue in
      [
        "name": .string(field.name), "in": "query", "required": .bool(field.isRequired),
        "schema": field.shape.schema(),
      ]
    }
    return path + query + headers
  }

  private func schema(ofParameter name: String) -> JSONValue {
    switch name {
    case "token": ["type": "string", "pattern": "^[A-Za-z0-9_-]{1,200}$"]
    case "slug": ["type": "string", "pattern": "^[a-z][a-z0-9-]{1,30}$"]
    case "kind": Shape.oneOf(ImportKind.self).schema()
    default: Shape.uuid.schema()
    }
  }

  private var headers: [JSONValue] {
    var headers: [JSONValue] = []
    if route.isRepeatable {
      headers.append(header("Idempotency-Key", ["type": "string", "pattern": "^[!-~]{1,255}$"]))
    }
    if case .events = route.answer { headers.append(header("Last-Event-ID", ["type": "string"])) }
    if route.statuses.contains(412) { headers.append(header("If-Match", ["type": "string"])) }
    return headers
  }

  private func header(_ name: String, _ schema: JSONValue) -> JSONValue {
    ["name": .string(name), "in": "header", "required": false, "schema": schema]
  }

  private var requestBody: JSONValue? {
    switch route.body {
    case .none: return nil
    case .json(let shape):
      let isOptional = shape.validate([:]).errors.isEmpty
      return ["required": .bool(!isOptional), "content": ["application/json": ["schema": shape.schema()]]]
    case .upload(let kinds, let dated):
      var properties: JSONValue = [
        "kind": ["type": "string", "enum": .array(kinds.map { .string($0) })],
        "file": ["type": "string", "format": "binary", "maxLength": 10_485_760],
      ]
      if dated { properties = properties.merging(["validUntil": Shape.date.schema()]) }
      let form: JSONValue = [
        "type": "object", "required": ["kind", "file"], "additionalProperties": false,
        "properties": properties,
      ]
      return ["required": true, "content": ["multipart/form-data": ["schema": form]]]
    case .csv:
      return ["required": true, "content": ["text/csv": ["schema": ["type": "string"]]]]
    case .tenantFile:
      let file = TenantFileSchema.value
      return [
        "required": true,
        "content": [
          "application/json": ["schema": file], "application/yaml": ["schema": ["type": "string"]],
        ],
      ]
    }
  }

  private var responses: [JSONMember] {
    [success]
      + route.problemStatuses.filter { "\($0)" != success.name }.map { status in
        JSONMember(
          name: "\(status)",
          value: [
            "description": "A problem.",
            "content": ["application/problem+json": ["schema": ProblemShape.problem.schema()]],
          ])
      }
  }

  private var success: JSONMember {
    switch route.answer {
    case .json(let status, let shape):
      return content("\(status)", ["application/json": ["schema": shape.schema()]])
    case .list(let shape):
      let list = Shape.object([
        .required("items", .array(of: shape)), .required("nextCursor", .nullable(.text(max: 1000))),
      ])
      return content("200", ["application/json": ["schema": list.schema()]])
    case .empty: return JSONMember(name: "204", value: ["description": "Done."])
    case .file:
      let bytes: JSONValue = ["schema": ["type": "string", "format": "binary"]]
      return content("200", ["application/pdf": bytes, "image/jpeg": bytes, "image/png": bytes])
    case .csv: return content("200", ["text/csv": ["schema": ["type": "string"]]])
    case .events: return content("200", ["text/event-stream": ["schema": [:]]])
    case .table(let shape):
      return content(
        "200",
        [
          "application/json": ["schema": shape.schema()], "text/csv": ["schema": ["type": "string"]],
          Spreadsheet.mediaType: ["schema": ["type": "string", "format": "binary"]],
        ])
    }
  }

  private func content(_ status: String, _ content: JSONValue) -> JSONMember {
    JSONMember(name: status, value: ["description": "Done.", "content": content])
  }
}
