/// What the rules say about an order: its taxes, what is held against it, whether it may be placed.
///
/// Throws where an amount leaves 64 bits, or the nation has no rule yet on the order's day.
package func decide(_ facts: OrderFacts, _ version: Rulebook) throws(RulesError) -> Decision {
  let rulebook = try version.on(facts.date).of(unit: facts.unitPath)
  let assessment = try assessTaxes(facts, rulebook)
  let input = GuardInput(facts: facts, rulebook: rulebook, assessment: assessment)
  var violations: [Violation] = []
  for check in orderGuards + planGuards {
    do { violations += try check(input) } catch { throw .overflow }
  }
  violations += try rulebook.paymentsTaxedTogether(assessment.payments, .warn).map(\.flag)
  if let before = facts.amendedFrom {
    let rises = input.gross > before
    violations.removeAll { $0.severity == .block && !$0.code.stands(againstAmendmentThatRises: rises) }
  }
  return Decision(
    rulesVersion: rulebook.version,
    evidenceForm: rulebook.limits.evidenceForm(for: assessment.totals.gross),
    violations: violations, totals: assessment.totals, taxes: assessment.taxes, lines: assessment.lines)
}
