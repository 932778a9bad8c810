/// Forms and their controls.
extension Hypertext {
  package var fieldset: Element { Element(self, "fieldset") }
  package var legend: Element { Element(self, "legend") }
  package var select: Element { Element(self, "select") }
  package var datalist: Element { Element(self, "datalist") }
  package var output: Element { Element(self, "output") }

  /// A form.
  package func form(
    _ method: FormMethod, to action: PageURL, _ attributes: Attribute..., content: () -> Void
  ) {
    let fixed = [Attribute("action", action.text)]
    element("form", first: Attribute("method", method.rawValue), fixed + attributes, content: content)
  }

  /// The name of a control for people.
  package func label(for control: String, _ attributes: Attribute..., content: () -> Void) {
    element("label", first: Attribute("for", control), attributes, content: content)
  }

  /// The name of a control as plain text.
  package func label(for control: String, _ text: String, _ attributes: Attribute...) {
    element("label", first: Attribute("for", control), attributes, text)
  }

  /// A control of one line, a box or a file.
  package func input(_ type: InputType, _ attributes: Attribute...) {
    open("input", first: Attribute("type", type.text), attributes)
  }

  /// A button.
  package func button(_ type: ButtonType, _ text: String, _ attributes: Attribute...) {
    element("button", first: Attribute("type", type.rawValue), attributes, text)
  }

  /// A button with more than text on it.
  package func button(_ type: ButtonType, _ attributes: Attribute..., content: () -> Void) {
    element("button", first: Attribute("type", type.rawValue), attributes, content: content)
  }

  /// One entry of a choice.
  package func option(_ value: String, _ text: String, selected: Bool = false) {
    element("option", first: Attribute("value", value), [.selected(selected)], text)
  }

  /// Text of several lines. A browser drops the first newline; the one that is written here keeps it from
  /// dropping one that the user has typed.
  package func textarea(_ text: String, _ attributes: Attribute...) {
    element("textarea", attributes, "\n" + text)
  }

  /// How far something has come.
  package func progress(_ value: Int, of maximum: Int, _ attributes: Attribute...) {
    let bounds: [Attribute] = [.max(String(maximum))]
    element("progress", first: .value(String(value)), bounds + attributes, "\(value)/\(maximum)")
  }
}
