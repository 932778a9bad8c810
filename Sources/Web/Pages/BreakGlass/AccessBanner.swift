import EOrderRules
import Foundation
import HTML

/// What stands on every page while a central administrator reads in a province: that it is so, why, how long still, and
/// the way to end it.
struct AccessBanner: Component {
  /// What the frame knows of the access.
  struct Access: Sendable {
    let id: String
    let reason: String
    let endsAt: Date
    let now: Date
    let zone: OfficialZone
  }

  let language: Language
  let access: Access
  let formToken: String

  func write(to h: Hypertext) {
    let minutes = BreakGlassClock.minutes(until: access.endsAt, at: access.now)
    h.section(.class("notice"), .aria(.labelledby, "break-glass"), .data(.tone, Tone.bad.rawValue)) {
      h.h2(language(BreakGlassDoorText.banner), .id("break-glass"))
      h.p(language(BreakGlassDoorText.clock(minutes) { $0.instant(access.endsAt, in: access.zone) }))
      h.p {
        h.text("\(language(BreakGlassText.reason)): ")
        h.bdi(access.reason)
      }
      h.form(.post, to: "/sign-out") {
        h.put(FormToken(value: formToken))
        h.button(.submit, language(BreakGlassDoorText.endMine), .data(.tone, ButtonWeight.quiet.tone))
      }
    }
  }
}
