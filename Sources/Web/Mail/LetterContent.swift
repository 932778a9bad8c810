import HTML

/// What a message says, once as lines of text and once as a plain page.
struct LetterContent: Component {
  /// A sentence and, where there is one, the page that it is about.
  struct Link: Sendable {
    let text: String
    let url: String?
  }

  let subject: String
  let greeting: String
  let paragraphs: [String]
  let items: [Link]
  let action: Link?
  let closing: [String]
  /// What the service is called here, and where it is.
  let service: String
  let home: String
  let language: Language

  var text: String {
    let listed = items.map { item in "- \(item.text)" + (item.url.map { "\n  \($0)" } ?? "") }
    let asked = action.map { link in ["\(link.text):\n\(link.url ?? "")"] } ?? []
    let blocks =
      [greeting] + paragraphs + (listed.isEmpty ? [] : [listed.joined(separator: "\n")]) + asked + closing
      + ["\(service)\n\(home)"]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  func write(to h: Hypertext) {
    h.document(lang: language.rawValue) {
      h.head {
        h.charset()
        h.title(subject)
      }
      h.body {
        h.p(greeting)
        for paragraph in paragraphs { h.p(paragraph) }
        if !items.isEmpty { h.ul { for item in items { h.li { link(item, h) } } } }
        if let action { h.p { link(action, h) } }
        for paragraph in closing { h.p(paragraph) }
        h.p { link(Link(text: service, url: home), h) }
      }
    }
  }

  private func link(_ link: Link, _ h: Hypertext) {
    if let url = link.url.flatMap({ PageURL(checking: $0) }) {
      h.a(url, link.text)
    } else {
      h.text(link.text)
    }
  }
}
