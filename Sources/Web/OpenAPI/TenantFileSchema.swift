import StrictJSON

/// How the published description shows a tenant file: sections of keys, whose meaning and bounds
/// `Tenants/README.md` and the refusals themselves tell.
enum TenantFileSchema {
  static let value: JSONValue = [
    "type": "object", "description": "A tenant file; Tenants/README.md explains every key.",
    "propertyNames": name,
    "additionalProperties": [
      "anyOf": [
        scalar, list(of: ["anyOf": [scalar, section(of: scalar)]]),
        section(of: ["anyOf": [scalar, list(of: scalar)]]),
      ]
    ],
  ]

  private static let name: JSONValue = ["pattern": "^[a-z][a-z0-9_.-]{0,59}$"]
  private static let scalar: JSONValue = [
    "anyOf": [Shape.text(min: 0, max: 1000).schema(), Shape.integer().schema(), Shape.boolean.schema()]
  ]

  private static func list(of element: JSONValue) -> JSONValue { ["type": "array", "items": element] }

  private static func section(of value: JSONValue) -> JSONValue {
    ["type": "object", "propertyNames": name, "additionalProperties": value]
  }
}
