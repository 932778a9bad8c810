/// The document around a page. Scripts and styles only come from files: the policy allows nothing inline.
extension Component {
  /// The declaration, and behind it the root element.
  package func document(@MarkupBuilder content: () -> [Markup]) -> Markup {
    var document = Markup()
    document.bytes.append(markup: "<!doctype html>")
    document.bytes.append(contentsOf: Markup(content()).bytes)
    return document
  }

  package var head: Tag { Tag("head") }

  /// The root element; a page always says its language.
  package func html(
    lang: String, _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("html", [.lang(lang)] + attributes, content())
  }

  /// The `body` element, named so that it is not taken for the component's own body.
  package func documentBody(
    _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("body", attributes, content())
  }

  /// The name of the document in tabs and histories.
  package func documentTitle(_ text: String) -> Markup { Markup("title", [], text) }

  /// The encoding, which is UTF-8.
  package func charset() -> Markup { Markup(void: "meta", [Attribute("charset", "utf-8")]) }

  /// Something that programs should know about the document.
  package func meta(_ name: String, _ content: String, _ attributes: Attribute...) -> Markup {
    Markup(void: "meta", [.name(name), Attribute("content", content)] + attributes)
  }

  /// A style sheet.
  package func stylesheet(_ url: PageURL, _ attributes: Attribute...) -> Markup {
    Markup(void: "link", [.rel("stylesheet"), .href(url)] + attributes)
  }

  /// A related resource, such as an icon or a translation.
  package func link(_ relation: String, _ url: PageURL, _ attributes: Attribute...) -> Markup {
    Markup(void: "link", [.rel(relation), .href(url)] + attributes)
  }

  /// A script module, which runs after the document has been read.
  package func script(_ url: PageURL) -> Markup {
    Markup("script", [Attribute("type", "module"), .source(url)], "")
  }
}
