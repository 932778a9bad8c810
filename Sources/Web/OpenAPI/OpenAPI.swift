import EOrderRules
import HTTPTypes
import StrictJSON

/// The published description of a host's operations (OpenAPI 3.1), made from the very routes that answer.
struct OpenAPI {
  private let title: String
  private let routes: [Route]

  init(title: String, _ routes: [Route]) {
    self.title = title
    self.routes = routes
  }

  var document: JSONValue {
    var catalogue = ComponentCatalogue()
    catalogue.add(ProblemShape.problem)
    for route in routes { for shape in route.shapes { catalogue.add(shape) } }
    return [
      "openapi": "3.1.0",
      "info": ["title": .string(title), "version": "1"],
      "servers": [["url": "/api/v1"]],
      "paths": .object(paths),
      "components": [
        "schemas": catalogue.schemas,
        "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
      ],
    ]
  }

  private var paths: [JSONMember] {
    var order: [String] = []
    var operations: [String: [JSONMember]] = [:]
    for route in routes {
      if operations[route.path] == nil { order.append(route.path) }
      operations[route.path, default: []].append(
        JSONMember(name: route.method.rawValue.lowercased(), value: OpenAPIOperation(route).value))
    }
    return order.map { JSONMember(name: $0, value: .object(operations[$0] ?? [])) }
  }
}

/// What every problem looks like.
enum ProblemShape {
  private static let fieldError = Shape.object([
    .required("pointer", .text(min: 0, max: 1000)), .required("code", .text(max: 100)),
    .required("detail", .text(max: 1000)),
  ])

  static let problem = Shape.component(
    "Problem",
    .object([
      .required("type", .text(max: 200)), .required("title", .text(max: 200)),
      .required("status", .integer()),
      .required("detail", .text(max: 1000)), .required("code", .text(max: 100)),
      .required("traceId", .text(max: 64)), .optional("errors", .array(of: fieldError)),
      .optional("state", .text(max: 50)), .optional("decision", OrderShapesReference.decision),
      .optional("performing", .text(max: 50)), .optional("held", .text(max: 50)),
    ]))
}
