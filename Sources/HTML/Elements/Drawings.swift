/// Drawings in SVG; lengths are in units of the view box.
extension Component {
  package var g: Tag { Tag("g") }

  /// A drawing. With a label it is a picture with that name, without one it is decoration.
  package func svg<Content: Markup>(
    width: Int, height: Int, label: String?, _ attributes: Attribute...,
    @MarkupBuilder content: () -> Content
  ) -> Element<Content> {
    let meaning: [Attribute] =
      label == nil ? [.aria(.hidden, "true")] : [.role("img"), .aria(.label, label)]
    return Element("svg", [.viewBox(width, height)] + meaning + attributes, content())
  }

  /// A line of any form, in the language of SVG paths.
  package func path(_ d: String, _ attributes: Attribute...) -> Element<String> {
    Element("path", [Attribute("d", d)] + attributes, "")
  }

  /// A bar.
  package func rect(
    x: Double, y: Double, width: Double, height: Double, _ attributes: Attribute...
  ) -> Element<String> {
    let frame: [Attribute] = [
      .length("x", x), .length("y", y), .length("width", width), .length("height", height),
    ]
    return Element("rect", frame + attributes, "")
  }

  /// A straight line.
  package func line(
    x1: Double, y1: Double, x2: Double, y2: Double, _ attributes: Attribute...
  ) -> Element<String> {
    let ends: [Attribute] = [.length("x1", x1), .length("y1", y1), .length("x2", x2), .length("y2", y2)]
    return Element("line", ends + attributes, "")
  }

  /// A dot.
  package func circle(x: Double, y: Double, radius: Double, _ attributes: Attribute...) -> Element<String> {
    Element("circle", [.length("cx", x), .length("cy", y), .length("r", radius)] + attributes, "")
  }

  /// Words in a drawing.
  package func drawnText(_ text: String, x: Double, y: Double, _ attributes: Attribute...) -> Element<String>
  {
    Element("text", [.length("x", x), .length("y", y)] + attributes, text)
  }
}

extension Attribute {
  static func viewBox(_ width: Int, _ height: Int) -> Attribute {
    Attribute("viewBox", "0 0 \(width) \(height)")
  }

  /// A length with at most two decimals.
  static func length(_ name: StaticString, _ value: Double) -> Attribute {
    let hundredths = (value * 100).rounded()
    return Attribute(name, hundredths.isFinite ? "\(hundredths / 100)" : "0")
  }

  /// A point of reference for text: `start`, `middle` or `end`.
  package static func textAnchor(_ anchor: String) -> Attribute { Attribute("text-anchor", anchor) }
}
