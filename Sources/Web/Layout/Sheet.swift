import HTML

/// A page of sections: where it stands, what it is called, what has just happened, and what it shows.
struct Sheet: Component {
  let language: Language
  var crumbs: [Breadcrumbs.Step] = []
  let title: String
  var badge: Badge?
  var lead: String?
  var notices: [Notice] = []
  /// The main column.
  var parts: [any Component] = []
  /// What stands beside it where there is room.
  var aside: [any Component] = []

  func write(to h: Hypertext) {
    if !crumbs.isEmpty { h.put(Breadcrumbs(label: language(SheetText.way), steps: crumbs)) }
    h.h1 { h.bdi(title) }
    if let badge { h.div(.class("row standing")) { h.put(badge) } }
    if let lead { h.p(lead, .class("lead")) }
    for notice in notices { h.put(notice) }
    guard !aside.isEmpty else {
      for part in parts { h.put(part) }
      return
    }
    h.div(.class("columns")) {
      h.div { for part in parts { h.put(part) } }
      h.div { for part in aside { h.put(part) } }
    }
  }
}

/// A section with its heading.
struct Section: Component {
  let title: String
  var parts: [any Component]

  init(_ title: String, _ parts: any Component...) {
    self.title = title
    self.parts = parts
  }

  init(_ title: String, parts: [any Component]) {
    self.title = title
    self.parts = parts
  }

  func write(to h: Hypertext) {
    h.section {
      h.h2(title)
      for part in parts {
        if var table = part as? ListTable, table.caption == title {
          table.isTitled = true
          h.put(table)
        } else {
          h.put(part)
        }
      }
    }
  }
}

/// A paragraph.
struct Paragraph: Component {
  let text: String
  var isQuiet = false

  init(_ text: String, isQuiet: Bool = false) {
    self.text = text
    self.isQuiet = isQuiet
  }

  func write(to h: Hypertext) { h.p(text, .class(isQuiet ? "quiet" : nil)) }
}

/// Links in a row, such as the ways to further lists.
struct LinkRow: Component {
  struct Link: Sendable {
    let url: PageURL
    let text: String
    var weight: ButtonWeight = .quiet
  }

  let links: [Link]

  func write(to h: Hypertext) {
    guard !links.isEmpty else { return }
    h.div(.class("actions")) {
      for link in links { h.put(LinkButton(url: link.url, text: link.text, weight: link.weight)) }
    }
  }
}

/// Points below each other, each with a link where it leads somewhere.
struct Points: Component {
  let points: [(text: String, url: PageURL?)]

  func write(to h: Hypertext) {
    h.ul {
      for point in points {
        h.li { if let url = point.url { h.a(url, point.text) } else { h.text(point.text) } }
      }
    }
  }
}

/// The words of every sheet.
enum SheetText {
  static let way = Words("Letak halaman", "Where this page is")
  static let recorded = Words("Tercatat", "Recorded")
  static let recordedText = Words(
    "Yang Anda lakukan sudah disimpan dan masuk jejak audit.", "What you did is saved and in the audit log.")
  static let refused = Words("Belum dapat dilakukan", "Not possible yet")
  static let act = Words("Yang dapat Anda lakukan", "What you can do")
  static let details = Words("Keterangan", "Details")
  static let nothing = Words("–", "–")
}
