import HTML

/// What has happened and what is still ahead, in order.
struct Timeline: Component {
  enum Progress: String, Sendable { case done, current, ahead }

  struct Step: Sendable {
    let title: String
    /// Who, and why, where there is something to say.
    var detail: String?
    /// The instant in RFC 3339 and in words.
    var moment: (machine: String, words: String)?
    var progress: Progress = .done
  }

  let steps: [Step]

  func write(to h: Hypertext) {
    h.ol(.class("timeline")) {
      for step in steps {
        h.li(
          .data(.state, step.progress.rawValue), .aria(.current, step.progress == .current ? "step" : nil)
        ) {
          h.p { h.strong { h.bdi(step.title) } }
          if let moment = step.moment { h.p(.class("quiet")) { h.time(moment.machine, moment.words) } }
          if let detail = step.detail { h.p(detail, .class("written")) }
        }
      }
    }
  }
}
