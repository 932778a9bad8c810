/// HTML that is right by construction: text has been escaped, and only this module names elements.
///
/// It holds the finished bytes, so what many pages show may be made once and kept. There is no way to make
/// one from a text that is HTML already: nothing that a user has typed can become markup.
package struct Markup: Sendable, Equatable {
  /// The HTML in UTF-8.
  package internal(set) var bytes: [UInt8]

  /// Nothing.
  package init() { bytes = [] }

  /// Text of any origin, escaped.
  package init(_ text: String) {
    bytes = []
    bytes.append(text: text)
  }

  /// Pieces one after another.
  package init(_ pieces: [Markup]) {
    bytes = pieces.count == 1 ? pieces[0].bytes : []
    guard pieces.count > 1 else { return }
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
    for piece in pieces { bytes.append(contentsOf: piece.bytes) }
  }

  /// An element with its content and its end tag.
  init(_ name: String, _ attributes: [Attribute], _ content: [Markup]) {
    bytes = []
    bytes.reserveCapacity(
      content.reduce(2 * name.utf8.count + 5 + 48 * attributes.count) { $0 + $1.bytes.count })
    bytes.append(tag: name, attributes)
    for piece in content { bytes.append(contentsOf: piece.bytes) }
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    bytes.append(markup: name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element with nothing but text in it.
  init(_ name: String, _ attributes: [Attribute], _ text: String) {
    self.init(name, attributes, [Markup(text)])
  }

  /// An element that has neither content nor an end tag.
  init(void name: String, _ attributes: [Attribute]) {
    bytes = []
    bytes.append(tag: name, attributes)
  }
}

/// A piece of a page: plain values, and a `body` that shows them.
///
/// The elements are methods of this protocol, so a component may have a `title` or a `label` of its own.
package protocol Component: Sendable {
  @MarkupBuilder var body: Markup { get }
}
