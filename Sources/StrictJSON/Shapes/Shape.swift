/// What a JSON value must look like: the one description from which validation and JSON Schema both come.
package struct Shape: Sendable {
  let kind: Kind
  /// A sentence for the reader of the published description.
  let about: String?

  init(_ kind: Kind, about: String? = nil) {
    self.kind = kind
    self.about = about
  }

  indirect enum Kind: Sendable {
    case object([ShapeField], MemberRule)
    case map(Shape)
    case array(of: Shape, min: Int, max: Int?)
    case text(TextBounds)
    case formatted(TextFormat)
    case integer(min: Int64, max: Int64)
    case boolean
    case oneOf([String])
    case uuid
    case date
    case dateTime
    case nullable(Shape)
    case anyOf([Shape])
    /// What the published description says of it, where that is more than nothing.
    case any(JSONValue)
    case constant(JSONValue)
    case component(String, Shape)
  }

  /// This shape with a sentence in the published description.
  package func described(_ about: String) -> Shape { Shape(kind, about: about) }
}

/// One member of an object.
package struct ShapeField: Sendable {
  package let name: String
  package let shape: Shape
  package let isRequired: Bool

  /// A member that must be there.
  package static func required(_ name: String, _ shape: Shape, _ about: String? = nil) -> ShapeField {
    ShapeField(name: name, shape: about.map(shape.described) ?? shape, isRequired: true)
  }

  /// A member that may be left out.
  package static func optional(_ name: String, _ shape: Shape, _ about: String? = nil) -> ShapeField {
    ShapeField(name: name, shape: about.map(shape.described) ?? shape, isRequired: false)
  }
}

/// How the optional members of an object depend on each other.
package enum MemberRule: Sendable {
  case free
  /// One of these is there, and only one.
  case exactlyOne(of: [String])
  /// At least one of these is there.
  case atLeastOne(of: [String])
}
