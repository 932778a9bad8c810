import Foundation
import Testing

@testable import HTML

/// Shows one text in every place that takes text.
private struct Everywhere: Component {
  let text: String

  func write(to h: Hypertext) {
    h.p(text, .class(text), .title(text), .data(.label, text), .aria(.label, text))
    h.input(.text, .name(text), .value(text), .placeholder(text), .pattern(text))
    h.textarea(text, .name("t"))
    h.select { h.option(text, text, selected: true) }
    h.img("/x.png", alt: text)
    h.time(text, text)
    h.title(text)
    h.button(.submit, text)
    h.svg(width: 1, height: 1, label: text) {
      h.drawnText(text, x: 0, y: 0)
      h.path(text)
    }
    h.a(PageURL(path: [text], query: [(text, text)], fragment: text)) { h.bdi(text) }
    h.div { h.text(text) }
  }
}

/// Whatever a closure writes.
private struct Piece: Component {
  let content: @Sendable (Hypertext) -> Void

  func write(to h: Hypertext) { content(h) }
}

@Suite struct EscapingTests {
  private func html(_ content: @escaping @Sendable (Hypertext) -> Void) -> String {
    String(decoding: Piece(content: content).rendered(), as: UTF8.self)
  }

  /// The skeleton is what is left without the text: an attack that gets through changes it.
  private func skeleton(_ html: String) -> [UInt8] {
    html.utf8.filter { "<>\"'`".utf8.contains($0) }
  }

  @Test func thereAreEnoughAttacks() { #expect(attackPayloads.count >= 60) }

  @Test(arguments: attackPayloads) func noTextChangesTheStructure(_ payload: String) {
    let attacked = html { $0.put(Everywhere(text: payload)) }
    #expect(skeleton(attacked) == skeleton(html { $0.put(Everywhere(text: "x")) }))
  }

  /// What a browser reads back is the text itself, but for control characters.
  @Test(arguments: attackPayloads) func textIsReadBackWhole(_ payload: String) {
    let shown = html { $0.text(payload) }
    let references = [
      "&lt;": "<", "&gt;": ">", "&#34;": "\"", "&#39;": "'", "&#96;": "`", "&amp;": "&", "&#13;": "\r",
    ]
    var read = ""
    var rest = Substring(shown)
    while let first = rest.first {
      if let (reference, character) = references.first(where: { rest.utf8.starts(with: $0.key.utf8) }) {
        read += character
        rest = Substring(rest.utf8.dropFirst(reference.utf8.count))
      } else {
        read.unicodeScalars.append(first.unicodeScalars.first ?? " ")
        rest = Substring(rest.unicodeScalars.dropFirst())
      }
    }
    let expected = payload.unicodeScalars.map { scalar -> Unicode.Scalar in
      let control = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar) || scalar.value == 0x7F
      return control ? "\u{fffd}" : scalar
    }
    #expect(Array(read.unicodeScalars) == expected)
  }

  @Test func theCheckSeesAHole() {
    #expect(skeleton("<p class=\"x\">\"</p>") != skeleton("<p class=\"x\">x</p>"))
  }

  @Test func attributesAreQuotedAndAbsentOnesLeftOut() {
    let field = html {
      $0.input(
        .email, .id("e"), .value(nil), .required(), .disabled(false), .aria(.describedby, nil))
    }
    #expect(field == #"<input type="email" id="e" required>"#)
  }

  @Test func aTextareaKeepsItsFirstNewline() {
    #expect(html { $0.textarea("\nsatu") } == "<textarea>\n\nsatu</textarea>")
  }

  @Test func lengthsInDrawingsStayNumbers() {
    let bars = html {
      $0.rect(x: 0.1 + 0.2, y: .nan, width: .infinity, height: -1)
      $0.circle(x: 12.345, y: -0.004, radius: 7.05)
    }
    #expect(
      bars == #"<rect x="0.30" y="0" width="0" height="-1"></rect>"#
        + #"<circle cx="12.35" cy="0" r="7.05"></circle>"#)
  }
}
