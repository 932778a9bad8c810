import HTML

/// A whole page: head, skip link, masthead, menu, content and foot.
struct PageFrame<Content: Component>: Component {
  let context: FrameContext
  /// What the page shows, in a few words; the owner's name follows it in the tab.
  let title: String
  let content: Content

  func write(to h: Hypertext) {
    let language = context.language
    h.document(lang: language.rawValue) {
      h.head {
        h.charset()
        h.meta("viewport", "width=device-width, initial-scale=1")
        h.title("\(title) – \(context.owner.name)")
        h.link("stylesheet", context.assets.stylesheet)
        h.link("stylesheet", context.assets.brand)
        h.link("icon", context.assets.icon)
        h.link("manifest", FrameContext.Assets.manifest)
        h.meta("theme-color", context.assets.colour)
        h.script(context.assets.script)
        if context.hasNotices { h.script(context.assets.live) }
      }
      h.body {
        h.a("#main", language(FrameText.skipToContent), .class("skip"))
        h.put(Masthead(context: context))
        if !context.menu.isEmpty { h.put(Menu(context: context)) }
        h.main(.id("main"), .class("inner"), .tabindex(-1)) {
          if let viewer = context.viewer, let access = viewer.access {
            h.put(AccessBanner(language: language, access: access, formToken: viewer.formToken))
          }
          if let viewer = context.viewer, let email = viewer.unprovedEmail {
            h.put(AddressBanner(language: language, email: email, formToken: viewer.formToken))
          }
          h.put(NetworkNotices(language: language))
          h.put(content)
        }
        h.put(Foot(language: language, owner: context.owner, isProvince: !context.menu.isEmpty))
      }
    }
  }
}

/// The foot of every page.
private struct Foot: Component {
  let language: Language
  let owner: FrameContext.Owner
  /// Whether vendors can register on this host.
  let isProvince: Bool

  func write(to h: Hypertext) {
    h.footer(.class("foot")) {
      h.div(.class("inner")) {
        h.p(owner.name)
        h.p(language(FrameText.service))
        if isProvince { h.p { h.a("/how-to-register", language(RegistrationText.howTo)) } }
      }
    }
  }
}
