/// Why bytes are no JSON text, and where.
///
/// It never repeats what was sent, so it may be logged and answered.
package struct JSONSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A few words in English.
  package let reason: String
  /// The offset of the offending byte.
  package let offset: Int

  package init(reason: String, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  package var description: String { "\(reason) at byte \(offset)" }
}
