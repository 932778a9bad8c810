import EOrderRules
import HTML
import StrictJSON

/// What the rules said of an order, with their legal basis; for officials.
struct DecisionPart: Component {
  let language: Language
  /// The stored decision.
  let decision: JSONValue

  func write(to h: Hypertext) {
    h.section(.class("decision")) {
      h.h2(language(TaxText.rulesTitle))
      let violations = decision["violations"]?.elements ?? []
      if violations.isEmpty {
        h.p(language(TaxText.nothingFound))
      } else {
        h.ul(.class("findings")) { for violation in violations { h.li { finding(violation, h) } } }
      }
      if let form = decision["evidenceForm"]?.text.flatMap(EvidenceForm.init) {
        h.p(language(TaxText.evidence(form)))
      }
      h.p(language(TaxText.rulesVersion(decision["rulesVersion"]?.text ?? "–")), .class("quiet"))
    }
  }

  private func finding(_ violation: JSONValue, _ h: Hypertext) {
    if let severity = violation["severity"]?.text.flatMap(Severity.init) {
      h.put(Badge(language(TaxText.severity(severity)), tone: severity.tone))
      h.text(" ")
    }
    h.text(violation["message"]?[language.rawValue]?.text ?? "")
    if let remedy = violation["remedy"]?[language.rawValue]?.text {
      h.p(language(TaxText.remedy(remedy)), .class("remedy"))
    } else {
      h.br()
    }
    h.small(language(TaxText.ruleAndLaw(code: violation["code"]?.text ?? "", violation["legal"]?.text ?? "")))
  }
}

extension Severity {
  fileprivate var tone: Tone {
    switch self {
    case .block: .bad
    case .hold, .warn: .warn
    case .info: .info
    }
  }
}
