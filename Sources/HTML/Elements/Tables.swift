/// Tables.
extension Component {
  package var thead: Tag { Tag("thead") }
  package var tbody: Tag { Tag("tbody") }
  package var tfoot: Tag { Tag("tfoot") }
  package var tr: Tag { Tag("tr") }
  package var td: Tag { Tag("td") }

  /// Rows and columns of data.
  package func table(
    _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("table", attributes, content())
  }

  /// What a table is about.
  package func caption(
    _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("caption", attributes, content())
  }

  /// A header cell; it always says what it heads.
  package func th(
    _ scope: CellScope, _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("th", [.scope(scope)] + attributes, content())
  }
}
