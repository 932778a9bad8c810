/// The name of an element that takes any content: `div(.class("card")) { … }`.
package struct Tag: Sendable {
  let name: StaticString

  /// Only this module names elements.
  init(_ name: StaticString) { self.name = name }

  /// The element with these attributes and this content.
  package func callAsFunction<Content: Markup>(
    _ attributes: Attribute..., @MarkupBuilder content: () -> Content
  ) -> Element<Content> {
    Element(name, attributes, content())
  }
}
