/// Words within a line.
extension Hypertext {
  package var span: Element { Element(self, "span") }
  package var strong: Element { Element(self, "strong") }
  package var em: Element { Element(self, "em") }
  package var small: Element { Element(self, "small") }
  package var abbr: Element { Element(self, "abbr") }
  package var kbd: Element { Element(self, "kbd") }
  package var mark: Element { Element(self, "mark") }
  /// An identifier or a number that is read character by character.
  package var code: Element { Element(self, "code") }
  /// Text whose direction must not disturb its neighbours: what users have written.
  package var bdi: Element { Element(self, "bdi") }

  /// A link; `content` writes what is clicked.
  package func a(_ url: PageURL, _ attributes: Attribute..., content: () -> Void) {
    element("a", first: Attribute("href", url.text), attributes, content: content)
  }

  /// A link with a text.
  package func a(_ url: PageURL, _ text: String, _ attributes: Attribute...) {
    element("a", first: Attribute("href", url.text), attributes, text)
  }

  /// An instant or a day: `machine` is its form in RFC 3339, `text` the one for people.
  package func time(_ machine: String, _ text: String, _ attributes: Attribute...) {
    element("time", first: Attribute("datetime", machine), attributes, text)
  }

  /// A picture; one without a meaning of its own has an empty `alt`.
  package func img(_ source: PageURL, alt: String, _ attributes: Attribute...) {
    open("img", first: Attribute("src", source.text), [Attribute("alt", alt)] + attributes)
  }

  /// The end of a line.
  package func br() { open("br", []) }
}
