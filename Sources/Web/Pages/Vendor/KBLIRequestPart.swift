import EOrderRules
import Foundation
import HTML
import Procurement

/// The latest request for other lines of business, as the vendor sees it.
struct KBLIRequestPart: Component {
  let language: Language
  let places: Places
  let request: KBLIRequest

  func write(to h: Hypertext) {
    h.section(.class("card")) {
      h.h2(language(StaffText.linesRequest))
      h.p { h.put(Badge(language(StaffText.state(request.state)), tone: request.state.tone)) }
      h.p(request.kbli.map { places.business($0) }.joined(separator: "; "))
      h.p(request.reason, .class("written"))
      if let answer = request.answer { h.p(language(ProfileText.reason(answer)), .class("written")) }
    }
  }
}

extension KBLIRequest.State {
  var tone: Tone {
    switch self {
    case .open: .warn
    case .accepted: .good
    case .refused: .bad
    }
  }
}
