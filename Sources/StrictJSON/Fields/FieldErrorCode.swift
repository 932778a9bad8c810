/// What is wrong with one member of a request, as a program reads it.
package enum FieldErrorCode: Sendable, Hashable {
  case required
  case unknown
  case wrongType
  case notInteger
  case outOfRange
  case tooSmall
  case tooLarge
  case tooShort
  case tooLong
  case badFormat
  case notOneOf
  case notFound
  case alreadyRegistered
  case missing
  /// The code of a rule, such as `VENDOR_SIZE`.
  case custom(String)

  /// The code as it stands in an answer.
  package var text: String {
    switch self {
    case .required: "required"
    case .unknown: "unknown"
    case .wrongType: "wrong_type"
    case .notInteger: "not_integer"
    case .outOfRange: "out_of_range"
    case .tooSmall: "too_small"
    case .tooLarge: "too_large"
    case .tooShort: "too_short"
    case .tooLong: "too_long"
    case .badFormat: "bad_format"
    case .notOneOf: "not_one_of"
    case .notFound: "not_found"
    case .alreadyRegistered: "already_registered"
    case .missing: "missing"
    case .custom(let code): code
    }
  }
}
