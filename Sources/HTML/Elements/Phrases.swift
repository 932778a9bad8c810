/// Words within a line.
extension Component {
  package var span: Tag { Tag("span") }
  package var strong: Tag { Tag("strong") }
  package var em: Tag { Tag("em") }
  package var small: Tag { Tag("small") }
  package var abbr: Tag { Tag("abbr") }
  package var kbd: Tag { Tag("kbd") }
  package var mark: Tag { Tag("mark") }
  /// Text whose direction must not disturb its neighbours: what users have written.
  package var bdi: Tag { Tag("bdi") }

  /// A link.
  package func a(
    _ url: PageURL, _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("a", [.href(url)] + attributes, content())
  }

  /// An identifier or a number that is read character by character.
  package func code(
    _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("code", attributes, content())
  }

  /// An instant or a day, readable for programs as well.
  package func time(
    _ datetime: String, _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("time", [.datetime(datetime)] + attributes, content())
  }

  /// A picture; without a meaning of its own its `alt` is empty.
  package func img(_ source: PageURL, alt: String, _ attributes: Attribute...) -> Markup {
    Markup(void: "img", [.source(source), .alternative(alt)] + attributes)
  }

  /// The end of a line.
  package func br() -> Markup { Markup(void: "br", []) }
}

extension Attribute {
  static func href(_ url: PageURL) -> Attribute { Attribute("href", url.text) }
  static func source(_ url: PageURL) -> Attribute { Attribute("src", url.text) }
  static func alternative(_ text: String) -> Attribute { Attribute("alt", text) }
}
