/// Drawings in SVG; lengths are in units of the view box.
extension Hypertext {
  package var g: Element { Element(self, "g") }

  /// A drawing. With a label it is a picture with that name, without one it is decoration.
  package func svg(
    width: Int, height: Int, label: String?, _ attributes: Attribute..., content: () -> Void
  ) {
    let meaning: [Attribute] =
      label == nil ? [.aria(.hidden, "true")] : [.role("img"), .aria(.label, label)]
    let frame = Attribute("viewBox", "0 0 \(width) \(height)")
    element("svg", first: frame, meaning + attributes, content: content)
  }

  /// A drawing that is a file of its own.
  package func drawing(width: Int, height: Int, content: () -> Void) {
    let frame = Attribute("viewBox", "0 0 \(width) \(height)")
    element("svg", first: Attribute("xmlns", "http://www.w3.org/2000/svg"), [frame], content: content)
  }

  /// A line of any form, in the language of SVG paths.
  package func path(_ d: String, _ attributes: Attribute...) {
    element("path", first: Attribute("d", d), attributes, "")
  }

  /// A bar.
  package func rect(x: Double, y: Double, width: Double, height: Double, _ attributes: Attribute...) {
    let frame: [Attribute] = [.length("y", y), .length("width", width), .length("height", height)]
    element("rect", first: .length("x", x), frame + attributes, "")
  }

  /// A straight line.
  package func line(x1: Double, y1: Double, x2: Double, y2: Double, _ attributes: Attribute...) {
    let ends: [Attribute] = [.length("y1", y1), .length("x2", x2), .length("y2", y2)]
    element("line", first: .length("x1", x1), ends + attributes, "")
  }

  /// A dot.
  package func circle(x: Double, y: Double, radius: Double, _ attributes: Attribute...) {
    element("circle", first: .length("cx", x), [.length("cy", y), .length("r", radius)] + attributes, "")
  }

  /// Words in a drawing.
  package func drawnText(_ text: String, x: Double, y: Double, _ attributes: Attribute...) {
    element("text", first: .length("x", x), [.length("y", y)] + attributes, text)
  }
}

extension Attribute {
  /// A point of reference for words in a drawing: `start`, `middle` or `end`.
  package static func textAnchor(_ anchor: String) -> Attribute { Attribute("text-anchor", anchor) }

  /// The drawing fills the room that it is given, whatever its proportions.
  package static func stretched() -> Attribute { Attribute("preserveAspectRatio", "none") }

  /// The colour of a form in a drawing that no style sheet reaches.
  package static func fill(_ colour: String) -> Attribute { Attribute("fill", colour) }
  /// Moves and scales what stands in a group of a drawing.
  package static func transform(x: Int, y: Int, scale: Int) -> Attribute {
    Attribute("transform", "translate(\(x) \(y)) scale(\(scale))")
  }
  package static func fontSize(_ size: Int) -> Attribute { Attribute("font-size", String(size)) }
  package static func fontFamily(_ names: String) -> Attribute { Attribute("font-family", names) }

  /// A length with at most two decimals; 0 for what is no length.
  static func length(_ name: String, _ value: Double) -> Attribute {
    guard value.magnitude < 1_000_000 else { return Attribute(name, "0") }
    let hundredths = Int(value * 100 + (value < 0 ? -0.5 : 0.5))
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    let decimals = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return Attribute(name, "\(sign)\(whole)\(decimals)")
  }
}
