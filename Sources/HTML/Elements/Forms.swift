/// Forms and their controls.
extension Component {
  package var fieldset: Tag { Tag("fieldset") }
  package var legend: Tag { Tag("legend") }
  package var datalist: Tag { Tag("datalist") }
  package var output: Tag { Tag("output") }

  /// A form.
  package func form<Content: Markup>(
    _ method: FormMethod, to action: PageURL, _ attributes: Attribute...,
    @MarkupBuilder content: () -> Content
  ) -> Element<Content> {
    Element("form", [.method(method), .action(action)] + attributes, content())
  }

  /// The name of a control for people.
  package func label<Content: Markup>(
    for control: String, _ attributes: Attribute..., @MarkupBuilder content: () -> Content
  ) -> Element<Content> {
    Element("label", [.for(control)] + attributes, content())
  }

  /// A control of one line, a box or a file.
  package func input(_ type: InputType, _ attributes: Attribute...) -> VoidElement {
    VoidElement("input", [.type(type)] + attributes)
  }

  /// A button.
  package func button<Content: Markup>(
    _ type: InputType, _ attributes: Attribute..., @MarkupBuilder content: () -> Content
  ) -> Element<Content> {
    Element("button", [.type(type)] + attributes, content())
  }

  /// A choice from a list.
  package func select<Content: Markup>(
    _ attributes: Attribute..., @MarkupBuilder content: () -> Content
  ) -> Element<Content> {
    Element("select", attributes, content())
  }

  /// One entry of a choice.
  package func option(_ value: String, _ text: String, selected: Bool = false) -> Element<String> {
    Element("option", [.value(value), .selected(selected)], text)
  }

  /// Text of several lines. The first newline is not part of the text: a browser drops it, and would else
  /// drop one that the user has typed.
  package func textarea(_ text: String, _ attributes: Attribute...) -> Element<String> {
    Element("textarea", attributes, "\n" + text)
  }

  /// How far something has come.
  package func progress(_ value: Int, of maximum: Int, _ attributes: Attribute...) -> Element<String> {
    Element("progress", [.value(String(value)), .max(String(maximum))] + attributes, "\(value)/\(maximum)")
  }
}

extension Attribute {
  static func method(_ method: FormMethod) -> Attribute {
    Attribute("method", method.rawValue)
  }
  static func action(_ url: PageURL) -> Attribute { Attribute("action", url.text) }
}
