/// The name of an element that takes any content: `div(.class("card")) { … }`.
package struct Tag: Sendable {
  let name: String

  /// Only this module names elements.
  init(_ name: String) { self.name = name }

  /// The element with these attributes and this content.
  package func callAsFunction(
    _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup(name, attributes, content())
  }
}
