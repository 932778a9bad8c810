/// Something that writes itself as HTML.
package protocol Markup: Sendable {
  /// Appends the HTML; what is text is escaped by the buffer.
  func write(into buffer: inout MarkupBuffer)
}

/// A piece of a page: plain values, and a `body` that shows them.
///
/// The elements are methods of this protocol, so a component may have a `title` or a `label` of its own.
package protocol Component: Markup {
  associatedtype Body: Markup
  @MarkupBuilder var body: Body { get }
}

extension Component {
  package func write(into buffer: inout MarkupBuffer) { body.write(into: &buffer) }
}

extension Markup {
  /// The HTML in UTF-8; `capacity` is the expected number of bytes.
  package func rendered(capacity: Int = 16 * 1024) -> [UInt8] {
    var buffer = MarkupBuffer(capacity: capacity)
    write(into: &buffer)
    return buffer.bytes
  }
}

/// Text, always escaped.
extension String: Markup {
  package func write(into buffer: inout MarkupBuffer) { buffer.append(text: self) }
}

extension Optional: Markup where Wrapped: Markup {
  package func write(into buffer: inout MarkupBuffer) { self?.write(into: &buffer) }
}

extension Array: Markup where Element: Markup {
  package func write(into buffer: inout MarkupBuffer) {
    for element in self { element.write(into: &buffer) }
  }
}
