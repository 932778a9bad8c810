/// A sentence in both languages of the service.
package struct Bilingual: Sendable, Hashable {
  package let id: String
  package let en: String

  package init(id: String, en: String) {
    self.id = id
    self.en = en
  }
}

/// One thing that is wrong with a request: where, what, and what would be right.
package struct FieldError: Error, Sendable, Equatable {
  /// RFC 6901 pointer into the body; empty for the body itself.
  package let pointer: String
  package let code: FieldErrorCode
  /// A sentence for people, without the value that was sent.
  package let detail: Bilingual
  /// The limit that was broken, as a program writes it; empty where there is none or the sentence is one of its own.
  package let bound: String

  /// What a length counts.
  package enum Measure: Sendable { case characters, elements, bytes }

  /// An error whose sentence comes from the table of codes.
  /// - Parameter bound: the limit that was broken, such as `60`, `2027-01-31`, or words with commas between.
  /// - Parameter measure: what the limit of a length counts.
  package init(
    _ pointer: String, _ code: FieldErrorCode, bound: String = "", measure: Measure = .characters
  ) {
    self.pointer = pointer
    self.code = code
    self.bound = bound
    detail = code.sentence(bound: bound, measure)
  }

  /// An error with a sentence of its own.
  package init(_ pointer: String, _ code: FieldErrorCode, detail: Bilingual) {
    self.pointer = pointer
    self.code = code
    self.detail = detail
    bound = ""
  }
}
