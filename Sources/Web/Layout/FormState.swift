import HTML

/// What a form shows again after it was sent: the values as they were typed and what is wrong with them.
///
/// Names of fields are the pointers of the API with dots: `/address/street` is `address.street`.
struct FormState: Sendable {
  /// One error: the field, and a sentence in the language of the page.
  struct Problem: Sendable, Equatable {
    let field: String
    let sentence: String
    /// What the field is called; nil only where the sentence is about no field alone.
    let label: String?
  }

  let language: Language
  var values: [String: String] = [:]
  var problems: [Problem] = []
  /// The session's token and the key under which a repeated sending counts once.
  var token: String?
  var idempotencyKey: String?

  /// The name of the field to which a JSON pointer leads.
  static func field(pointer: String) -> String {
    pointer.split(separator: "/").map {
      $0.replacing("~1", with: "/").replacing("~0", with: "~")
    }.joined(separator: ".")
  }

  func value(_ field: String) -> String { values[field] ?? "" }

  /// The first thing that is wrong with a field.
  func problem(_ field: String) -> String? { problems.first { $0.field == field }?.sentence }
}

/// The hidden field that proves that a form is ours.
struct FormToken: Component {
  static let field = "_token"
  let value: String

  func write(to h: Hypertext) { h.input(.hidden, .name(FormToken.field), .value(value)) }
}

/// The hidden fields of a form: the session's token, and the key of its one sending.
struct HiddenFields: Component {
  static let keyField = "_key"
  let form: FormState

  func write(to h: Hypertext) {
    if let token = form.token { h.put(FormToken(value: token)) }
    if let key = form.idempotencyKey { h.input(.hidden, .name(HiddenFields.keyField), .value(key)) }
  }
}
