import Testing

@testable import HTML

private struct Row: Component {
  let name: String
  let price: Int?

  func write(to h: Hypertext) {
    h.tr {
      h.th(.row, name)
      h.td(.class("number")) {
        if let price { h.strong("Rp \(price)") } else { h.text("–") }
      }
    }
  }
}

private struct Page: Component {
  let rows: [Row]
  let banner: Trusted?

  func write(to h: Hypertext) {
    h.document(lang: "id") {
      h.head {
        h.charset()
        h.link("stylesheet", "/assets/site.css")
        h.script("/assets/site.js")
      }
      h.body {
        if let banner { h.put(banner) }
        h.table(.id("t")) {
          h.tbody { for row in rows { h.put(row) } }
        }
      }
    }
  }
}

@Suite struct PageTests {
  @Test func componentsWriteIntoOnePage() {
    let page = Page(
      rows: [Row(name: "A & B", price: 5), Row(name: "<x>", price: nil)],
      banner: Trusted(rendering: Row(name: "<i>", price: 1)))
    #expect(
      String(decoding: page.rendered(), as: UTF8.self)
        == #"<!doctype html><html lang="id"><head><meta charset="utf-8">"#
        + #"<link rel="stylesheet" href="/assets/site.css">"#
        + #"<script type="module" src="/assets/site.js"></script></head><body>"#
        + #"<tr><th scope="row">&lt;i&gt;</th><td class="number"><strong>Rp 1</strong></td></tr>"#
        + #"<table id="t"><tbody><tr><th scope="row">A &amp; B</th>"#
        + #"<td class="number"><strong>Rp 5</strong></td></tr>"#
        + #"<tr><th scope="row">&lt;x&gt;</th><td class="number">–</td></tr></tbody></table></body></html>"#)
  }

  @Test func aLargePageIsWrittenFast() {
    let page = Page(
      rows: (0..<5000).map { (number: Int) in Row(name: "Barang & \(number)", price: number) }, banner: nil)
    let time = ContinuousClock().measure { _ = page.rendered() }
    #expect(time < .seconds(2))
  }
}
