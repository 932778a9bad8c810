/// Sections and groups of a page.
extension Hypertext {
  package var header: Element { Element(self, "header") }
  package var nav: Element { Element(self, "nav") }
  package var main: Element { Element(self, "main") }
  package var footer: Element { Element(self, "footer") }
  package var section: Element { Element(self, "section") }
  package var article: Element { Element(self, "article") }
  package var aside: Element { Element(self, "aside") }
  package var div: Element { Element(self, "div") }
  package var h1: Element { Element(self, "h1") }
  package var h2: Element { Element(self, "h2") }
  package var h3: Element { Element(self, "h3") }
  package var h4: Element { Element(self, "h4") }
  package var p: Element { Element(self, "p") }
  package var ul: Element { Element(self, "ul") }
  package var ol: Element { Element(self, "ol") }
  package var li: Element { Element(self, "li") }
  package var dl: Element { Element(self, "dl") }
  package var dt: Element { Element(self, "dt") }
  package var dd: Element { Element(self, "dd") }
  package var blockquote: Element { Element(self, "blockquote") }
  package var figure: Element { Element(self, "figure") }
  package var figcaption: Element { Element(self, "figcaption") }
  package var details: Element { Element(self, "details") }
  package var summary: Element { Element(self, "summary") }
  package var pre: Element { Element(self, "pre") }

  /// A line between two subjects.
  package func hr() { open("hr", []) }
}
