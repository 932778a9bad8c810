extension Shape {
  /// Checks a value and finds everything that is wrong with it at once.
  ///
  /// `normalised` has its texts trimmed and in NFC and its members in the order of the shape; it is fit for
  /// use only where there are no errors.
  package func validate(_ value: JSONValue) -> (normalised: JSONValue, errors: [FieldError]) {
    var validation = Validation()
    let normalised = validation.check(value, against: self, at: .root)
    return (normalised, validation.errors)
  }
}

/// One walk along a shape and a value.
struct Validation {
  private(set) var errors: [FieldError] = []

  /// More errors than this help nobody, and a hostile body could hold a hundred thousand.
  private static let most = 500

  mutating func note(
    _ place: Pointer, _ code: FieldErrorCode, bound: String = "", measure: FieldError.Measure = .characters
  ) {
    guard errors.count < Validation.most else { return }
    errors.append(FieldError(place.text, code, bound: bound, measure: measure))
  }

  mutating func check(_ value: JSONValue, against shape: Shape, at place: Pointer) -> JSONValue {
    switch shape.kind {
    case .object(let fields, let rule): return object(value, fields, rule, at: place)
    case .map(let element): return map(value, element, at: place)
    case .array(let element, let min, let max): return array(value, element, min, max, at: place)
    case .text(let bounds): return text(value, bounds, at: place)
    case .formatted(let format):
      return string(value, at: place, looksLike: format.example) { format.matches($0) ? $0 : nil }
    case .integer(let min, let max): return integer(value, min, max, at: place)
    case .boolean: return boolean(value, at: place)
    case .oneOf(let options): return oneOf(value, options, at: place)
    case .uuid: return string(value, at: place, looksLike: StandardText.uuidExample, StandardText.uuid)
    case .date: return string(value, at: place, looksLike: "2027-01-31", StandardText.date)
    case .dateTime:
      return string(value, at: place, looksLike: "2027-01-31T08:00:00+07:00", StandardText.dateTime)
    case .nullable(let inner): return value.isNull ? value : check(value, against: inner, at: place)
    case .anyOf(let shapes): return anyOf(value, shapes, at: place)
    case .any: return value
    case .constant(let constant):
      if value != constant {
        note(place, .notOneOf, bound: String(decoding: constant.encoded, as: UTF8.self))
      }
      return value
    case .component(_, let inner): return check(value, against: inner, at: place)
    }
  }

  /// The first shape that fits; else the errors of the shape that is meant, if its type tells which.
  private mutating func anyOf(_ value: JSONValue, _ shapes: [Shape], at place: Pointer) -> JSONValue {
    var meant: Validation?
    for shape in shapes {
      var attempt = Validation()
      let normalised = attempt.check(value, against: shape, at: place)
      if attempt.errors.isEmpty { return normalised }
      if meant == nil, shape.takesType(of: value) { meant = attempt }
    }
    if let meant {
      errors.append(contentsOf: meant.errors.prefix(Validation.most - errors.count))
    } else {
      note(place, .wrongType, bound: Shape(.anyOf(shapes)).typeName)
    }
    return value
  }
}
