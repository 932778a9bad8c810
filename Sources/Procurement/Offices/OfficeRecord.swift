package import Authentication
import EOrderRules
import Foundation
package import StrictJSON

extension Office {
  /// What the history says of an office in which somebody took a step.
  package var record: JSONValue {
    [
      "kind": .string(kind.rawValue),
      "onBehalfOf": onBehalfOf.map { ["id": JSONValue($0.id), "name": .string($0.name)] } ?? .null,
    ]
  }

  /// The member of a fact's detail, where the office is not simply the holder's own.
  package var told: [JSONMember] {
    kind == .definitive ? [] : [JSONMember(name: "office", value: record)]
  }

  /// What a history shows where nothing else was told.
  package static let own: JSONValue = ["kind": "definitive", "onBehalfOf": nil]

  /// In which office a step was taken; null for vendors and the service.
  package static let recordShape = Shape.nullable(
    .component(
      "OfficeRecord",
      .object([
        .required("kind", .oneOf(Kind.self)),
        .required("onBehalfOf", .nullable(principalShape), "Whose office it is."),
      ])))

  package static let principalShape = Shape.component(
    "OfficePrincipal", .object([.required("id", .uuid), .required("name", .name)]))
}
