/// The document around a page. Scripts and styles come from files alone: the policy allows nothing inline.
extension Hypertext {
  package var head: Element { Element(self, "head") }
  package var body: Element { Element(self, "body") }
  /// The name of the document in tabs and histories.
  package var title: Element { Element(self, "title") }

  /// The declaration and the root element; a page always says its language.
  package func document(lang: String, _ attributes: Attribute..., content: () -> Void) {
    bytes.append(markup: "<!doctype html>")
    element("html", first: Attribute("lang", lang), attributes, content: content)
  }

  /// The encoding, which is UTF-8.
  package func charset() { open("meta", [Attribute("charset", "utf-8")]) }

  /// Something that programs should know about the document.
  package func meta(_ name: String, _ content: String, _ attributes: Attribute...) {
    open("meta", first: .name(name), [Attribute("content", content)] + attributes)
  }

  /// A related resource, such as a style sheet or an icon.
  package func link(_ relation: String, _ url: PageURL, _ attributes: Attribute...) {
    open("link", first: .rel(relation), [Attribute("href", url.text)] + attributes)
  }

  /// A script module, which runs after the document has been read.
  package func script(_ url: PageURL) {
    element("script", first: Attribute("type", "module"), [Attribute("src", url.text)], "")
  }
}
