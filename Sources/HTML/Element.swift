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
    bytes.append(tag: name, first, attributes)
    content()
    bytes.append(end: name)
  }

  func element(
    _ name: String, first: Attribute? = nil, _ attributes: [Attribute], _ text: String
  ) {
    bytes.append(tag: name, first, attributes)
    bytes.append(escaping: text)
    bytes.append(end: name)
  }

  /// Writes a start tag alone; elements such as `input` have nothing more.
  func open(_ name: String, first: Attribute? = nil, _ attributes: [Attribute]) {
    bytes.append(tag: name, first, attributes)
  }
}
