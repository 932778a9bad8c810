import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// What is known of one's own vendor, part by part, each with the form that changes it.
struct ProfilePage: Component {
  let language: Language
  let zone: OfficialZone
  let today: Day
  let overview: VendorOverview
  let told: ToldFields
  let lines: [String]
  /// The sections that may be changed now.
  let forms: [ProfileSection: ActionFormPiece]
  let coolingDays: Int
  let sanctions: [JSONValue]
  let submission: SubmissionPart
  let regions: ServedRegionsPart
  let request: KBLIRequestPart?
  /// Ways to what is changed on pages of its own.
  let ways: [LinkRow.Link]
  let done: ProfileSection?
  let refused: ProfileReading.Refused?

  private var vendor: VendorRow { overview.vendor }

  func write(to h: Hypertext) {
    h.h1 { h.bdi(vendor.profile.businessName) }
    if let done {
      h.put(Remark(text: language(ProfileText.saved(language(ProfileText.section(done)))), tone: .good))
    }
    if let message = refused?.message {
      h.put(Notice(title: language(ProfileText.notSaved), text: message, tone: .bad))
    }
    h.div(.class("columns")) {
      h.div {
        for section in ProfileSection.allCases { part(section, h) }
        if let request { h.put(request) }
        h.put(regions)
      }
      h.div {
        h.put(submission)
        h.p {
          h.put(LinkButton(url: "/profile/papers", text: language(PaperText.title), weight: .quiet))
        }
        h.put(LinkRow(links: ways))
        sanctionsPart(h)
      }
    }
  }

  private func part(_ section: ProfileSection, _ h: Hypertext) {
    h.section(.class("card")) {
      h.h2(language(ProfileText.section(section)))
      h.put(Facts(facts: facts(section)))
      if section == .bank { bank(h) }
      if let form = forms[section] {
        h.div(.class("steps")) { h.put(form) }
      } else if vendor.state == .verified {
        h.p(language(ProfileText.locked), .class("quiet"))
      }
    }
  }

  private func facts(_ section: ProfileSection) -> [Facts.Fact] {
    var facts = section.fields.map { field in
      Facts.Fact(
        name: language(RegistrationText.label(field)),
        value: told.text(field) ?? language(RegistrationText.empty))
    }
    if section == .business {
      facts.append(
        Facts.Fact(name: language(RegistrationText.stepTitle(.lines)), value: told.lines(lines)))
    }
    return facts
  }

  /// A new account has to be looked at first; why, is said beside the form.
  private func bank(_ h: Hypertext) {
    if let until = vendor.watch.bankCoolingUntil, vendor.watch.bankCheckedAt == nil {
      h.div(.class("notice"), .role("status"), .data(.tone, Tone.warn.rawValue)) {
        h.p(language(ProfileText.bankCooling(until: language.due(until, in: zone))))
      }
    } else if vendor.state == .verified {
      h.p(language(ProfileText.bankWarning(days: coolingDays)), .class("quiet"))
    }
  }

  private func sanctionsPart(_ h: Hypertext) {
    h.section {
      h.h2(language(ProfileText.sanctions))
      if sanctions.isEmpty { return h.p(language(ProfileText.noSanctions), .class("quiet")) }
      h.ul(.class("findings")) {
        for sanction in sanctions { h.li { self.sanction(sanction, h) } }
      }
    }
  }

  private func sanction(_ sanction: JSONValue, _ h: Hypertext) {
    let kind = sanction["kind"]?.text == "blacklist" ? ProfileText.blacklist : .suspension
    h.p { h.strong(language(kind)) }
    let from = sanction["from"]?.day.map { language.day($0) } ?? "–"
    let until = sanction["until"]?.day.map { language.day($0) }
    h.p(language(ProfileText.term(from: from, until: until)))
    if let reason = sanction["reason"]?.text { h.p(language(ProfileText.reason(reason)), .class("written")) }
    if let decree = sanction["decree"]?.text { h.p(language(ProfileText.decree(decree))) }
    h.p(language(ProfileText.objection), .class("quiet"))
  }
}
