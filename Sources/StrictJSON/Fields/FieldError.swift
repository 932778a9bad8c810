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

  /// An error whose sentence comes from the table of codes; `bound` is the limit that was broken, such as `60`.
  package init(_ pointer: String, _ code: FieldErrorCode, bound: String = "") {
    self.init(pointer, code, detail: code.sentence(bound: bound))
  }

  /// An error with a sentence of its own.
  package init(_ pointer: String, _ code: FieldErrorCode, detail: Bilingual) {
    self.pointer = pointer
    self.code = code
    self.detail = detail
  }
}
