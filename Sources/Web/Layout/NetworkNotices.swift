import HTML

/// What a page may have to say about the network; scripts bring it out of hiding.
struct NetworkNotices: Component {
  let language: Language

  func write(to h: Hypertext) {
    h.div(.id("old-copy"), .class("notice"), .role("status"), .data(.tone, Tone.warn.rawValue), .hidden()) {
      h.p {
        h.strong(language(OfflineText.oldCopy) + ". ")
        h.text(language(OfflineText.oldCopyFrom))
        h.time("old-copy", "")
        h.text(".")
      }
    }
    h.div(.id("unsent"), .class("notice"), .role("alert"), .data(.tone, Tone.warn.rawValue), .hidden()) {
      h.p {
        h.strong(language(OfflineText.unsent) + ". ")
        h.text(language(OfflineText.unsentText))
      }
    }
    told("kept-sent", .sent, .good, h)
    told("kept-refused", .refused, .bad, h)
  }

  private func told(_ id: String, _ text: OfflineText, _ tone: Tone, _ h: Hypertext) {
    h.div(.id(id), .class("notice"), .role("status"), .data(.tone, tone.rawValue), .hidden()) {
      h.p(language(text))
    }
  }
}
