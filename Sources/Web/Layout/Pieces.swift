import EOrderRules
import HTML

/// A state in words, with a colour and a shape beside them.
struct Badge: Component {
  let text: String
  let tone: Tone

  init(_ text: String, tone: Tone) {
    self.text = text
    self.tone = tone
  }

  init(_ state: some ShownState, in language: Language) {
    self.init(language(state), tone: state.tone)
  }

  func write(to h: Hypertext) { h.span(text, .class("badge"), .data(.tone, tone.rawValue)) }
}

/// A sentence or two that must not be overlooked.
struct Notice: Component {
  let title: String
  let text: String
  var tone: Tone = .info

  func write(to h: Hypertext) {
    let role = tone == .bad ? "alert" : "status"
    h.div(.class("notice"), .role(role), .data(.tone, tone.rawValue)) {
      h.h2(title)
      h.p(text)
    }
  }
}

/// Names and values: what is known about one thing.
struct Facts: Component {
  struct Fact: Sendable {
    let name: String
    let value: String
    /// Where more of it is read; nil where the reader sees no more.
    var url: PageURL?
  }

  let facts: [Fact]

  func write(to h: Hypertext) {
    h.dl(.class("facts")) {
      for fact in facts {
        h.dt(fact.name)
        h.dd { if let url = fact.url { h.a(url, fact.value) } else { h.bdi(fact.value) } }
      }
    }
  }
}

/// An amount that adds up others.
struct Totals: Component {
  struct Line: Sendable {
    let name: String
    let amount: Rupiah
    var isSum = false
  }

  let language: Language
  let lines: [Line]

  func write(to h: Hypertext) {
    h.dl(.class("totals")) {
      for line in lines {
        h.div(.class(line.isSum ? "sum" : nil)) {
          h.dt(line.name)
          h.dd(language.money(line.amount), .class("money"))
        }
      }
    }
  }
}
