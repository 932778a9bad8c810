import Authentication
import EOrderRules
import HTML
import Procurement
import Tenancy

/// How to register, for everybody who reads.
struct HowToRegisterPage: Component {
  let language: Language
  let isSignedIn: Bool
  let promises: RegistrationPromises

  func write(to h: Hypertext) {
    h.div(.class("narrow stack")) {
      h.h1(language(RegistrationText.howTo))
      h.p(.class("lead")) { h.text(language(RegistrationText.howToLead)) }
      h.h2(language(RegistrationText.stepsTitle))
      h.ol {
        for sentence in [RegistrationText.stepOne, .stepTwo, .stepThree, .stepFour] {
          h.li(language(sentence))
        }
      }
      if !isSignedIn {
        h.p { h.put(LinkButton(url: "/register", text: language(RegistrationText.title))) }
      }
      h.put(promises)
    }
  }

  static func read(_ page: PageCall) throws -> PageReply {
    let visit = try page.call.visit
    let content = HowToRegisterPage(
      language: page.language, isSignedIn: page.call.actor != nil,
      promises: RegistrationPromises(language: page.language, rulebook: visit.rulebook))
    return .page(page.language(RegistrationText.howTo), content)
  }
}
