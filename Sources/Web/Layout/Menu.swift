import HTML

/// The menu of a page: a row where there is room, a list that unfolds where there is not.
struct Menu: Component {
  let context: FrameContext

  func write(to h: Hypertext) {
    let language = context.language
    h.div(.class("menu")) {
      h.nav(.class("menu-wide"), .aria(.label, language(FrameText.mainMenu))) {
        h.div(.class("inner")) { items(h) }
      }
      h.nav(.class("menu-narrow"), .aria(.label, language(FrameText.mainMenu))) {
        h.details {
          h.summary(language(FrameText.menu))
          items(h)
        }
      }
    }
  }

  private func items(_ h: Hypertext) {
    h.ul {
      for item in context.menu {
        let isHere = item.contains(path: context.path)
        h.li { h.a(item.url, context.language(item.text), .aria(.current, isHere ? "page" : nil)) }
      }
    }
  }
}
