import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// Where the registration stands, what it lacks, and the button that submits it.
struct SubmissionPart: Component {
  let language: Language
  let zone: OfficialZone
  let overview: VendorOverview
  let form: FormState
  let isOwner: Bool

  private var vendor: VendorRow { overview.vendor }

  func write(to h: Hypertext) {
    h.section(.class("card")) {
      h.h2(language(ProfileText.standing))
      h.p { h.put(Badge(vendor.state, in: language)) }
      h.p(language(ProfileText.meaning(vendor.state)))
      if let reason = vendor.reason, vendor.state != .verified {
        h.p(language(ProfileText.reason(reason)), .class("written"))
      }
      if let due = overview.verifyDueAt {
        h.p(language(ProfileText.answerDue(language.due(due, in: zone))))
      }
      if let lapse = overview.lapsesAt {
        h.p(language(ProfileText.mendUntil(language.due(lapse, in: zone))))
      }
      if overview.canBeSubmitted { submit(h) }
    }
  }

  private func submit(_ h: Hypertext) {
    if overview.missing.isEmpty {
      guard isOwner else { return h.p(language(ProfileText.ownerSubmits)) }
      h.p(language(RegistrationText.finalSubmitted))
      h.put(ActionButton(url: "/profile/submit", text: language(ProfileText.submit), form: form))
    } else {
      h.h3(language(RegistrationText.missing))
      h.ul {
        for error in overview.missing {
          h.li {
            h.a(target(error), name(error))
            h.text(" – \(language.pick(error.detail))")
          }
        }
      }
    }
  }

  private func kind(_ error: FieldError) -> String? {
    error.pointer.hasPrefix("/documents/") ? String(error.pointer.dropFirst("/documents/".count)) : nil
  }

  private func target(_ error: FieldError) -> PageURL {
    kind(error).map { PageURL(path: ["profile", "papers"], fragment: $0) } ?? "/profile"
  }

  private func name(_ error: FieldError) -> String {
    if let kind = kind(error) { return language(PaperText.name(kind)) }
    let path = FormState.field(pointer: error.pointer)
    return RegistrationField(rawValue: path).map { language(RegistrationText.label($0)) }
      ?? language(ProfileText.title)
  }
}
