/// Tables.
extension Component {
  package var thead: Tag { Tag("thead") }
  package var tbody: Tag { Tag("tbody") }
  package var tfoot: Tag { Tag("tfoot") }
  package var tr: Tag { Tag("tr") }
  package var td: Tag { Tag("td") }

  /// Rows and columns of data.
  package func table<Content: Markup>(
    _ attributes: Attribute..., @MarkupBuilder content: () -> Content
  ) -> Element<Content> {
    Element("table", attributes, content())
  }

  /// What a table is about.
  package func caption<Content: Markup>(
    _ attributes: Attribute..., @MarkupBuilder content: () -> Content
  ) -> Element<Content> {
    Element("caption", attributes, content())
  }

  /// A header cell; it always says what it heads.
  package func th<Content: Markup>(
    _ scope: CellScope, _ attributes: Attribute..., @MarkupBuilder content: () -> Content
  ) -> Element<Content> {
    Element("th", [.scope(scope)] + attributes, content())
  }
}
