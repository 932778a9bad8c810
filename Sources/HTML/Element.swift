/// An element with its attributes and its content.
package struct Element<Content: Markup>: Markup {
  let name: StaticString
  let attributes: [Attribute]
  let content: Content

  /// Only this module names elements.
  init(_ name: StaticString, _ attributes: [Attribute], _ content: Content) {
    self.name = name
    self.attributes = attributes
    self.content = content
  }

  package func write(into buffer: inout MarkupBuffer) {
    buffer.append(opening: name, attributes)
    content.write(into: &buffer)
    buffer.append(closing: name)
  }
}

/// An element that has neither content nor an end tag.
package struct VoidElement: Markup {
  let name: StaticString
  let attributes: [Attribute]

  init(_ name: StaticString, _ attributes: [Attribute]) {
    self.name = name
    self.attributes = attributes
  }

  package func write(into buffer: inout MarkupBuffer) { buffer.append(opening: name, attributes) }
}

/// A whole document with its declaration.
package struct Document<Content: Markup>: Markup {
  let content: Content

  package init(@MarkupBuilder _ content: () -> Content) { self.content = content() }

  package func write(into buffer: inout MarkupBuffer) {
    buffer.append(literal: "<!doctype html>")
    content.write(into: &buffer)
  }
}

extension MarkupBuffer {
  mutating func append(opening name: StaticString, _ attributes: [Attribute]) {
    append(literal: "<")
    append(literal: name)
    for attribute in attributes { append(attribute) }
    append(literal: ">")
  }

  mutating func append(closing name: StaticString) {
    append(literal: "</")
    append(literal: name)
    append(literal: ">")
  }

  private mutating func append(_ attribute: Attribute) {
    switch attribute.value {
    case .absent: return
    case .flag:
      append(literal: " ")
      append(literal: attribute.name)
    case .text(let text):
      append(literal: " ")
      append(literal: attribute.name)
      append(literal: "=\"")
      append(text: text)
      append(literal: "\"")
    }
  }
}
