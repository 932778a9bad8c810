import HTML

/// The head of every page: whose it is, the languages and the account.
struct Masthead: Component {
  let context: FrameContext

  private var language: Language { context.language }

  func write(to h: Hypertext) {
    h.header(.class("masthead")) {
      h.div(.class("inner")) {
        h.div(.class("masthead-row")) {
          identity(h)
          languages(h)
          account(h)
        }
      }
      h.div(.class("weave"), .aria(.hidden, "true")) {}
    }
  }

  private func identity(_ h: Hypertext) {
    h.a("/", .class("identity")) {
      h.span(.class("seal"), .aria(.hidden, "true")) {
        if let seal = context.owner.seal {
          h.svg(width: 100, height: 100, label: nil) { h.path(seal) }
        } else {
          h.text(context.owner.initials)
        }
      }
      h.span {
        h.span(context.owner.name, .class("identity-name"))
        h.span(language(FrameText.service), .class("identity-service"))
      }
    }
  }

  private func languages(_ h: Hypertext) {
    guard context.languages.count > 1 else { return }
    h.nav(.aria(.label, language(FrameText.language))) {
      h.ul(.class("aside-links")) {
        for choice in context.languages {
          let url = PageURL(path: ["language", choice.rawValue], query: [("to", context.path)])
          h.li {
            h.a(
              url, choice.ownName, .lang(choice.rawValue), .hreflang(choice.rawValue),
              .aria(.current, choice == language ? "true" : nil))
          }
        }
      }
    }
  }

  /// Where somebody keeps the own account.
  private func own(_ viewer: FrameContext.Viewer) -> PageURL {
    if let access = viewer.access { return PageURL(path: ["break-glass", access.id]) }
    return context.hasNotices ? "/account" : "/account/second-factor"
  }

  private func account(_ h: Hypertext) {
    h.nav(.aria(.label, language(FrameText.account))) {
      h.ul(.class("aside-links")) {
        if let viewer = context.viewer {
          h.li(.class("viewer")) {
            h.span(language(FrameText.signedInAs), .class("hidden-visually"))
            h.a(own(viewer), viewer.name)
          }
          if context.hasNotices {
            h.li {
              h.a("/notifications") {
                h.text(language(NoticesText.title))
                h.span(viewer.unread > 0 ? " (\(viewer.unread))" : "", .data(.live, "unread"))
              }
            }
          }
          h.li {
            h.form(.post, to: "/sign-out") {
              h.put(FormToken(value: viewer.formToken))
              h.button(.submit, language(FrameText.signOut), .data(.tone, "plain"))
            }
          }
        } else {
          if !context.menu.isEmpty { h.li { h.a("/register", language(FrameText.register)) } }
          h.li { h.a("/sign-in", language(FrameText.signIn)) }
        }
      }
    }
  }
}
