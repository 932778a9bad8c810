extension Decision {
  /// The decision as the API writes it.
  package var tree: RuleValue {
    [
      "allowed": .bool(allowed),
      "rulesVersion": .string(rulesVersion),
      "evidenceForm": RuleValue(evidenceForm?.rawValue),
      "violations": .array(violations.map(\.tree)),
      "totals": totals.tree,
      "taxes": .array(taxes.map(\.tree)),
    ]
  }
}

extension OrderTotals {
  /// The amounts as the API writes them.
  package var tree: RuleValue {
    [
      "priceExVat": RuleValue(priceExVat), "vatBase": RuleValue(vatBase), "vat": RuleValue(vat),
      "vatCollected": RuleValue(vatCollected), "gross": RuleValue(gross), "withheld": RuleValue(withheld),
      "netToVendor": RuleValue(netToVendor),
    ]
  }
}

extension TaxLine {
  /// The tax as the API writes it.
  package var tree: RuleValue {
    let members: [(name: String, value: RuleValue)] = [
      ("code", .string(code.rawValue)), ("rule", .string(rule)), ("legal", .string(legal)),
      ("base", RuleValue(base)), ("amount", RuleValue(amount)),
      ("collectedBy", .string(collectedBy.rawValue)), ("lines", .array(lines.map { .string($0) })),
    ]
    // Only a tax that was shared with other payments says so.
    return .object(members + (shared.map { [("shared", $0.tree)] } ?? []))
  }
}

extension Violation {
  /// The violation as the API writes it.
  package var tree: RuleValue {
    [
      "code": .string(code.rawValue), "severity": .string(severity.rawValue), "legal": .string(legal),
      "message": ["id": .string(message.indonesian), "en": .string(message.english)],
      "remedy": ["id": .string(remedy.indonesian), "en": .string(remedy.english)],
      "explanation": explanation,
    ]
  }
}
