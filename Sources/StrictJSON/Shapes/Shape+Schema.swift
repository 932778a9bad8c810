extension Shape {
  /// JSON Schema 2020-12, as OpenAPI 3.1 takes it.
  package func schema() -> JSONValue {
    guard let about else { return bareSchema }
    guard case .object(var members) = bareSchema else { return bareSchema }
    members.append(JSONMember(name: "description", value: .string(about)))
    return .object(members)
  }

  private var bareSchema: JSONValue {
    switch kind {
    case .object(let fields, let rule): return Shape.objectSchema(fields, rule)
    case .map(let element):
      return ["type": "object", "propertyNames": Shape.names, "additionalProperties": element.schema()]
    case .array(let element, let min, let max):
      var members: [JSONMember] = [
        JSONMember(name: "type", value: "array"), JSONMember(name: "items", value: element.schema()),
      ]
      if min > 0 { members.append(JSONMember(name: "minItems", value: JSONValue(min))) }
      if let max { members.append(JSONMember(name: "maxItems", value: JSONValue(max))) }
      return .object(members)
    case .text(let bounds):
      return [
        "type": "string", "minLength": JSONValue(bounds.min), "maxLength": JSONValue(bounds.max),
        "pattern": .string(bounds.pattern),
      ]
    case .formatted(let format): return format.schema
    case .integer(let min, let max):
      return ["type": "integer", "minimum": .integer(min), "maximum": .integer(max)]
    case .boolean: return ["type": "boolean"]
    case .oneOf(let options): return ["type": "string", "enum": .array(options.map(JSONValue.string))]
    case .uuid: return Shape.textSchema("uuid", StandardText.uuidPattern)
    case .date: return Shape.textSchema("date", StandardText.datePattern)
    case .dateTime: return Shape.textSchema("date-time", StandardText.dateTimePattern)
    case .nullable(let inner): return Shape.nullableSchema(inner)
    case .anyOf(let shapes): return ["anyOf": .array(shapes.map { $0.schema() })]
    case .any(let schema): return schema
    case .constant(let value): return ["const": value]
    case .component(let name, _): return ["$ref": "#/components/schemas/\(name)"]
    }
  }

  /// Names of members: whatever can be seen or is a space.
  package static let names: JSONValue = ["pattern": "^[^\\u0000-\\u001f\\u007f]*$"]

  private static func textSchema(_ format: String, _ pattern: String) -> JSONValue {
    ["type": "string", "format": .string(format), "pattern": .string(pattern)]
  }

  private static func objectSchema(_ fields: [ShapeField], _ rule: MemberRule) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember(name: "type", value: "object"),
      JSONMember(
        name: "properties",
        value: .object(fields.map { JSONMember(name: $0.name, value: $0.shape.schema()) })),
    ]
    let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { members.append(JSONMember(name: "required", value: .array(required))) }
    members.append(JSONMember(name: "additionalProperties", value: false))
    switch rule {
    case .free: break
    case .exactlyOne(let names): members.append(JSONMember(name: "oneOf", value: requiring(names)))
    case .atLeastOne(let names): members.append(JSONMember(name: "anyOf", value: requiring(names)))
    }
    return .object(members)
  }

  private static func requiring(_ names: [String]) -> JSONValue {
    .array(names.map { ["required": .array([.string($0)])] })
  }

  /// `type` takes null beside the type where that says it all; else null is one more alternative.
  private static func nullableSchema(_ inner: Shape) -> JSONValue {
    guard case .object(var members) = inner.schema(), members.first?.name == "type",
      !members.contains(where: { $0.name == "enum" }), let type = members.first?.value, type.text != nil
    else { return ["anyOf": [inner.schema(), ["type": "null"]]] }
    members[0].value = .array([type, "null"])
    return .object(members)
  }
}
