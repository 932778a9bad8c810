/// Sections and groups of a page.
extension Component {
  package var nav: Tag { Tag("nav") }
  package var main: Tag { Tag("main") }
  package var section: Tag { Tag("section") }
  package var article: Tag { Tag("article") }
  package var aside: Tag { Tag("aside") }
  package var div: Tag { Tag("div") }
  package var h1: Tag { Tag("h1") }
  package var h2: Tag { Tag("h2") }
  package var h3: Tag { Tag("h3") }
  package var h4: Tag { Tag("h4") }
  package var p: Tag { Tag("p") }
  package var ul: Tag { Tag("ul") }
  package var ol: Tag { Tag("ol") }
  package var li: Tag { Tag("li") }
  package var dl: Tag { Tag("dl") }
  package var dt: Tag { Tag("dt") }
  package var dd: Tag { Tag("dd") }
  package var blockquote: Tag { Tag("blockquote") }
  package var figure: Tag { Tag("figure") }
  package var figcaption: Tag { Tag("figcaption") }
  package var details: Tag { Tag("details") }
  package var pre: Tag { Tag("pre") }

  /// The head of a page or a section.
  package func header(
    _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("header", attributes, content())
  }

  /// The foot of a page or a section.
  package func footer(
    _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("footer", attributes, content())
  }

  /// What opens `details`.
  package func summary(
    _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("summary", attributes, content())
  }

  /// A line between two subjects.
  package func hr(_ attributes: Attribute...) -> Markup { Markup(void: "hr", attributes) }
}
