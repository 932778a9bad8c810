import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// When something is due, by the province's clocks, and how long that is.
struct DueMoment: Component {
  let language: Language
  let zone: OfficialZone
  let now: Date
  let dueAt: Date
  /// What is said afterwards where nobody is late.
  var over: String?
  /// Whether somebody else has to act until then, so that it is no warning to the reader.
  var isOthers = false

  func write(to h: Hypertext) {
    let seconds = dueAt.timeIntervalSince(now)
    let hours = Int(seconds.magnitude / 3600)
    let left = TimeLeft(isOver: seconds < 0, days: hours / 24, hours: hours % 24)
    let tone: Tone = isOthers ? .neutral : seconds < 0 ? .bad : seconds < 86_400 ? .warn : .info
    h.time(RFC3339.text(dueAt), language.due(dueAt, in: zone))
    h.text(" ")
    if let over, seconds < 0 {
      h.put(Badge(over, tone: .neutral))
    } else {
      h.put(Badge(language(OrderText.left(left)), tone: tone))
    }
  }
}
