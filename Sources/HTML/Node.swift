/// A piece of HTML as a value: text, an element or several of them.
///
/// Nodes are made of text and of elements that this module names, so rendering one cannot break out of it.
package struct Node: Sendable {
  enum Kind: Sendable {
    case text(String)
    case element(String, [Attribute], [Node])
    case void(String, [Attribute])
    case group([Node])
    case trusted(Trusted)
    case document([Node])
  }

  let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// Text, which is escaped when it is written.
  package init(_ text: String) { kind = .text(text) }

  /// Several nodes, one after another; without any, nothing.
  package init(_ nodes: [Node] = []) { kind = .group(nodes) }

  /// HTML that was rendered before.
  package init(_ trusted: Trusted) { kind = .trusted(trusted) }

  /// An element with a name of this module.
  init(_ name: String, _ attributes: [Attribute], _ content: Node) {
    if case .group(let nodes) = content.kind {
      kind = .element(name, attributes, nodes)
    } else {
      kind = .element(name, attributes, [content])
    }
  }

  /// An element with nothing but text in it.
  init(_ name: String, _ attributes: [Attribute], _ text: String) {
    kind = .element(name, attributes, [Node(text)])
  }

  /// An element that has neither content nor an end tag.
  init(void name: String, _ attributes: [Attribute]) { kind = .void(name, attributes) }

  /// The HTML in UTF-8; `capacity` is the expected number of bytes.
  package func rendered(capacity: Int = 16 * 1024) -> [UInt8] {
    var writer = MarkupWriter(capacity: capacity)
    writer.write(self)
    return writer.bytes
  }
}

/// A piece of a page: plain values, and a `body` that shows them.
///
/// The elements are methods of this protocol, so a component may have a `title` or a `label` of its own.
package protocol Component: Sendable {
  @NodeBuilder var body: Node { get }
}

/// HTML that was rendered before and is put in as it is.
///
/// Only rendering makes one, so no text of a user can become HTML through it.
package struct Trusted: Sendable, Equatable {
  let bytes: [UInt8]

  /// Renders once what many pages show.
  package init(rendering component: some Component) { bytes = component.body.rendered(capacity: 1024) }
}
