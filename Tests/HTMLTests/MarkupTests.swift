import Testing

@testable import HTML

private struct Row: Component {
  let name: String
  let label: String
  let price: Int?

  var body: Markup {
    tr {
      th(.row) { name }
      td(.class("number")) {
        if let price { strong { "Rp \(price)" } } else { "–" }
      }
      td { label(for: "x") { label } }
    }
  }
}

private struct Page: Component {
  let rows: [Row]
  let banner: Markup?

  var body: Markup {
    document {
      html(lang: "id") {
        documentBody {
          if let banner { banner }
          table(.id("t")) {
            tbody {
              for row in rows { row }
            }
          }
          switch rows.count {
          case 0: p { "kosong" }
          case 1: p { "satu" }
          default: p { "banyak" }
          }
        }
      }
    }
  }
}

@Suite struct MarkupTests {
  private func html(_ component: some Component) -> String {
    String(decoding: component.body.bytes, as: UTF8.self)
  }

  @Test func componentsNestInOneBuffer() {
    let page = Page(
      rows: [Row(name: "A & B", label: "<x>", price: 5), Row(name: "C", label: "y", price: nil)],
      banner: Row(name: "<i>", label: "z", price: 1).body)
    #expect(
      html(page)
        == #"<!doctype html><html lang="id"><body>"#
        + #"<tr><th scope="row">&lt;i&gt;</th><td class="number"><strong>Rp 1</strong></td>"#
        + #"<td><label for="x">z</label></td></tr><table id="t"><tbody>"#
        + #"<tr><th scope="row">A &amp; B</th><td class="number"><strong>Rp 5</strong></td>"#
        + #"<td><label for="x">&lt;x&gt;</label></td></tr>"#
        + #"<tr><th scope="row">C</th><td class="number">–</td><td><label for="x">y</label></td></tr>"#
        + "</tbody></table><p>banyak</p></body></html>")
  }

  @Test func emptyAndAbsentWriteNothing() {
    #expect(html(Page(rows: [], banner: nil)).contains("<tbody></tbody></table><p>kosong</p>"))
  }
}
