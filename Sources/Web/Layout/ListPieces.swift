import HTML

/// The way on in a list; lists are paged by key, so there is a next page and the first.
struct Pagination: Component {
  let language: Language
  /// The first page, on all others.
  let first: PageURL?
  let next: PageURL?

  func write(to h: Hypertext) {
    guard first != nil || next != nil else { return }
    h.nav(.class("pages"), .aria(.label, language(ListText.pages))) {
      if let first {
        h.put(LinkButton(url: first, text: language(ListText.backToFirst), weight: .quiet))
      }
      if let next { h.a(next, language(ListText.next), .class("button"), .rel("next")) }
    }
  }
}

/// What stands where a list would be: why it is empty, and what can be done about it.
struct EmptyState: Component {
  let title: String
  let text: String
  var action: LinkButton?

  func write(to h: Hypertext) {
    h.div(.class("empty")) {
      h.h2(title)
      h.p(text)
      if let action { h.put(action) }
    }
  }
}

/// The way down to a page.
struct Breadcrumbs: Component {
  struct Step: Sendable {
    let text: String
    let url: PageURL
  }

  let label: String
  let steps: [Step]

  func write(to h: Hypertext) {
    h.nav(.aria(.label, label)) {
      h.ol(.class("crumbs")) {
        for step in steps { h.li { h.a(step.url, step.text) } }
      }
    }
  }
}
