/// Forms and their controls.
extension Component {
  package var fieldset: Tag { Tag("fieldset") }
  package var legend: Tag { Tag("legend") }
  package var datalist: Tag { Tag("datalist") }
  package var output: Tag { Tag("output") }

  /// A form.
  package func form(
    _ method: FormMethod, to action: PageURL, _ attributes: Attribute...,
    @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("form", [.method(method), .action(action)] + attributes, content())
  }

  /// The name of a control for people.
  package func label(
    for control: String, _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("label", [.for(control)] + attributes, content())
  }

  /// A control of one line, a box or a file.
  package func input(_ type: InputType, _ attributes: Attribute...) -> Markup {
    Markup(void: "input", [.type(type)] + attributes)
  }

  /// A button.
  package func button(
    _ type: InputType, _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("button", [.type(type)] + attributes, content())
  }

  /// A choice from a list.
  package func select(
    _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    Markup("select", attributes, content())
  }

  /// One entry of a choice.
  package func option(_ value: String, _ text: String, selected: Bool = false) -> Markup {
    Markup("option", [.value(value), .selected(selected)], text)
  }

  /// Text of several lines. The first newline is not part of the text: a browser drops it, and would else
  /// drop one that the user has typed.
  package func textarea(_ text: String, _ attributes: Attribute...) -> Markup {
    Markup("textarea", attributes, "\n" + text)
  }

  /// How far something has come.
  package func progress(_ value: Int, of maximum: Int, _ attributes: Attribute...) -> Markup {
    Markup("progress", [.value(String(value)), .max(String(maximum))] + attributes, "\(value)/\(maximum)")
  }
}

extension Attribute {
  static func method(_ method: FormMethod) -> Attribute {
    Attribute("method", method.rawValue)
  }
  static func action(_ url: PageURL) -> Attribute { Attribute("action", url.text) }
}
