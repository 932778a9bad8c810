import HTML

/// What a browser shows where the network is away; it is loaded while there is one.
struct OfflinePage: Component {
  enum Occasion: Sendable {
    /// A page that was never read.
    case page
    /// A form with a file, which waits on the device.
    case kept
  }

  let occasion: Occasion
  let language: Language

  private var words: (title: OfflineText, lead: OfflineText) {
    switch occasion {
    case .page: (.title, .lead)
    case .kept: (.keptTitle, .keptLead)
    }
  }

  var title: String { language(words.title) }

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      h.h1(title)
      h.p(language(words.lead), .class("lead"))
      if occasion == .page {
        // An address without a path is that of the page that was asked for.
        h.p { h.put(LinkButton(url: "?", text: language(OfflineText.again))) }
      } else {
        h.p { h.put(LinkButton(url: "/orders", text: language(OfflineText.toOrders))) }
      }
    }
  }

  static func reply(_ occasion: Occasion, _ page: PageCall) -> PageReply {
    let content = OfflinePage(occasion: occasion, language: page.language)
    return .page(content.title, content)
  }
}
