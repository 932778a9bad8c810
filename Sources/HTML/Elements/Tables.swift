/// Tables.
extension Hypertext {
  package var table: Element { Element(self, "table") }
  package var caption: Element { Element(self, "caption") }
  package var thead: Element { Element(self, "thead") }
  package var tbody: Element { Element(self, "tbody") }
  package var tfoot: Element { Element(self, "tfoot") }
  package var tr: Element { Element(self, "tr") }
  package var td: Element { Element(self, "td") }

  /// A header cell; it always says what it heads.
  package func th(_ scope: CellScope, _ attributes: Attribute..., content: () -> Void) {
    element("th", first: Attribute("scope", scope.rawValue), attributes, content: content)
  }

  /// A header cell with a text.
  package func th(_ scope: CellScope, _ text: String, _ attributes: Attribute...) {
    element("th", first: Attribute("scope", scope.rawValue), attributes, text)
  }
}

/// What a header cell heads.
package enum CellScope: String, Sendable { case row, col, rowgroup, colgroup }
