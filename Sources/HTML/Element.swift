/// An element that is about to be written into a page.
package struct Element {
  let page: Hypertext
  let name: String

  /// Only this module names elements.
  init(_ page: Hypertext, _ name: String) {
    self.page = page
    self.name = name
  }

  /// Writes the element; `content` writes what is in it.
  package func callAsFunction(_ attributes: Attribute..., content: () -> Void) {
    page.element(name, attributes, content: content)
  }

  /// Writes the element with nothing but text in it.
  package func callAsFunction(_ text: String, _ attributes: Attribute...) {
    page.element(name, attributes, text)
  }
}

extension Hypertext {
  func element(
    _ name: String, first: Attribute? = nil, _ attributes: [Attribute], content: () -> Void
  ) {
    open(name, first: first, attributes)
    content()
    close(name)
  }

  func element(_ name: String, first: Attribute? = nil, _ attributes: [Attribute], _ text: String) {
    open(name, first: first, attributes)
    bytes.append(escaping: text)
    close(name)
  }

  /// Writes a start tag; elements such as `input` have nothing more.
  func open(_ name: String, first: Attribute? = nil, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(markup: name)
    if let first { bytes.append(first) }
    for attribute in attributes { bytes.append(attribute) }
    bytes.append(UInt8(ascii: ">"))
  }

  private func close(_ name: String) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    bytes.append(markup: name)
    bytes.append(UInt8(ascii: ">"))
  }
}
