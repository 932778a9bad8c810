/// Particulars by which the same person or business can be found again; they are compared as keyed hashes, so that
/// whoever compares learns whether two are equal, not what they are.
package enum TraceKind: String, Sendable, CaseIterable {
  case nik, phone, account, address
}

/// An official who shares particulars with the vendor of an order.
package struct SharedTraces: Hashable, Sendable {
  /// The official's user id.
  package var userId: String
  /// What is shared.
  package var kinds: [TraceKind]
  /// What is shared and was declared to be no conflict.
  package var declared: [TraceKind]

  /// What an official shares with the vendor.
  package init(userId: String, kinds: [TraceKind], declared: [TraceKind] = []) {
    self.userId = userId
    self.kinds = kinds
    self.declared = declared
  }
}

/// `COI1`: the vendor shares a person, a phone, an account or an address with a user of the province.
///
/// What an auditor has declared to be no conflict stops nothing and stays to be seen. The explanation counts only: what
/// is shared and with whom is for the auditor, who reads it where personal data is.
let withoutConflictOfInterest: Guard = { input throws(AmountOverflow) in
  let found = input.facts.conflicts.filter { !$0.kinds.isEmpty }
  let declared = input.facts.conflicts.filter { $0.kinds.isEmpty && !$0.declared.isEmpty }
  guard !found.isEmpty || !declared.isEmpty else { return [] }
  let officials: (name: String, value: RuleValue) =
    found.isEmpty ? ("declared", .int(Int64(declared.count))) : ("officials", .int(Int64(found.count)))
  return [
    FlagFacts(code: .conflictOfInterest, gross: input.gross).raised(
      found.isEmpty ? .info : .block, rule: "vendor.traces", under: input.rulebook,
      [("vendor", RuleValue(input.facts.vendorId)), officials])
  ]
}
