extension Shape {
  /// An object with these members and no others.
  package static func object(_ fields: [ShapeField], _ rule: MemberRule = .free) -> Shape {
    Shape(.object(fields, rule))
  }

  /// An object with any member names, all values of one shape.
  package static func map(of value: Shape) -> Shape { Shape(.map(value)) }

  /// An array; bounds count elements.
  package static func array(of element: Shape, min: Int = 0, max: Int? = nil) -> Shape {
    Shape(.array(of: element, min: min, max: max))
  }

  /// Text, trimmed and in NFC, without control characters; bounds count code points.
  package static func text(min: Int = 1, max: Int, multiline: Bool = false) -> Shape {
    Shape(.text(TextBounds(min: min, max: max, lines: multiline ? .many : .one)))
  }

  /// Text that is taken exactly as it was sent, such as a password; bounds count code points.
  package static func secret(min: Int, max: Int) -> Shape {
    Shape(.text(TextBounds(min: min, max: max, lines: .exact)))
  }

  /// Text of a named format.
  package static func text(_ format: TextFormat) -> Shape { Shape(.formatted(format)) }

  /// A whole number; without bounds anything within `Int64`.
  package static func integer(min: Int64 = .min, max: Int64 = .max) -> Shape {
    Shape(.integer(min: min, max: max))
  }

  package static var boolean: Shape { Shape(.boolean) }

  /// One of a closed list of codes.
  package static func oneOf(_ options: [String]) -> Shape { Shape(.oneOf(options)) }

  /// One of the raw values of an enum.
  package static func oneOf<Code: CaseIterable & RawRepresentable>(
    _: Code.Type
  ) -> Shape where Code.RawValue == String {
    .oneOf(Code.allCases.map(\.rawValue))
  }

  /// A UUID; normalised to lower case.
  package static var uuid: Shape { Shape(.uuid) }

  /// A day of the calendar, `2027-01-31`.
  package static var date: Shape { Shape(.date) }

  /// An instant in RFC 3339.
  package static var dateTime: Shape { Shape(.dateTime) }

  /// The shape or `null`.
  package static func nullable(_ shape: Shape) -> Shape { Shape(.nullable(shape)) }

  /// The first of these shapes that fits.
  package static func anyOf(_ shapes: [Shape]) -> Shape { Shape(.anyOf(shapes)) }

  /// Any JSON value.
  package static var any: Shape { Shape(.any([:])) }

  /// Any JSON value, of which the published description shows this much.
  package static func any(shownAs schema: JSONValue) -> Shape { Shape(.any(schema)) }

  /// An object with whatever members.
  package static var freeObject: Shape { .map(of: .any) }

  /// This value alone.
  package static func const(_ value: JSONValue) -> Shape { Shape(.constant(value)) }

  /// A shape that the published description names once and refers to elsewhere.
  package static func component(_ name: String, _ shape: Shape) -> Shape {
    Shape(.component(name, shape))
  }

  /// The name of a person or a thing: 1–200 code points on one line.
  package static var name: Shape { .text(max: 200) }

  /// A note or a reason: 1–2,000 code points.
  package static var note: Shape { .text(max: 2000, multiline: true) }

  /// A description: 1–5,000 code points.
  package static var description: Shape { .text(max: 5000, multiline: true) }
}
