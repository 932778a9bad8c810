/// A page while it is written: one buffer, and a method for every element.
///
/// `h.article(.class("card")) { h.h3(product.name) }` appends as it goes. Text is escaped where it is
/// appended, elements and attributes are named by this module alone, so nothing that a user has typed can
/// become markup.
package final class Hypertext {
  /// What has been written, in UTF-8.
  package internal(set) var bytes: [UInt8] = []

  /// An empty page; `capacity` is the expected number of bytes.
  package init(capacity: Int = 16 * 1024) { bytes.reserveCapacity(capacity) }

  /// Appends text of any origin.
  package func text(_ text: String) { bytes.append(escaping: text) }

  /// Appends a component.
  package func put(_ component: some Component) { component.write(to: self) }

  /// Appends HTML that was rendered before.
  package func put(_ trusted: Trusted) { bytes.append(contentsOf: trusted.bytes) }
}

/// A piece of a page: a struct of plain values that writes itself.
package protocol Component: Sendable {
  func write(to h: Hypertext)
}

extension Component {
  /// The HTML in UTF-8; `capacity` is the expected number of bytes.
  package func rendered(capacity: Int = 16 * 1024) -> [UInt8] {
    let h = Hypertext(capacity: capacity)
    write(to: h)
    return h.bytes
  }
}

/// HTML that was rendered before and is put in as it is.
///
/// Only rendering makes one: there is no way from a text to trusted HTML.
package struct Trusted: Sendable, Equatable {
  let bytes: [UInt8]

  /// Renders once what many pages show.
  package init(rendering component: some Component) { bytes = component.rendered(capacity: 1024) }
}
