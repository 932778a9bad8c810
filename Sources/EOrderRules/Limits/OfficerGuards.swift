/// `CERT`: who places or issues an order has a certificate of competence that is valid on that day; one that
/// nobody recorded is pointed out, one that has ended blocks.
let byCertifiedOfficer: Guard = { input throws(AmountOverflow) in
  switch input.facts.officerCertificate {
  case nil: return []
  case .missing: return [input.violation(.certificate, .warn, rule: "officer.certificate", [])]
  case .recorded(let certificate):
    guard !certificate.isValid(on: input.facts.date), let until = certificate.until else { return [] }
    return [
      input.violation(
        .certificate, rule: "officer.certificate",
        [("number", .string(certificate.number)), ("until", RuleValue(until))])
    ]
  }
}
