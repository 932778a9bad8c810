/// Exceptions from the separation of duties, and how people sign in.
package struct PeopleSettings: Hashable, Sendable {
  /// A value above which certain roles take part in the approval.
  package struct ApprovalStep: Hashable, Sendable {
    /// The gross value above which the step holds.
    package let above: Rupiah
    /// The roles that approve or are told.
    package let roles: [Role]
  }

  /// Whether who issues an order may approve its payment.
  package let kpaAsPPK: Bool
  /// Whether a technical officer may be appointed commitment officer.
  package let pptkAsPPK: Bool
  /// Whether officials need a second factor.
  package let requiresSecondFactor: Bool
  /// The rules for passwords, `asvs` or `bssn`.
  package let passwordProfile: String
  /// Whether an auditor may hold an order.
  package let auditorMayHold: Bool
  /// Who takes part in approving, by value, the lowest first.
  package let approvalChain: [ApprovalStep]

  init(_ settings: TenantRules) throws(RulesError) {
    kpaAsPPK = try settings.flag("sod.kpa_as_ppk")
    pptkAsPPK = try settings.flag("sod.pptk_as_ppk")
    requiresSecondFactor = try settings.text("auth.mfa") == "required"
    passwordProfile = try settings.text("auth.password_profile")
    auditorMayHold = try settings.flag("hold.by_auditor")
    approvalChain = (settings.value("approval.chain")?.list ?? []).map { step in
      ApprovalStep(
        above: Rupiah(step["above"]?.integer ?? 0),
        roles: step["roles"]?.list?.compactMap { $0.text.flatMap(Role.init) } ?? [])
    }.sorted { $0.above < $1.above }
  }

  /// The roles besides the commitment officer that are told of an order of this gross value.
  package func informed(of gross: Rupiah) -> [Role] {
    let step = approvalChain.last { gross > $0.above }
    return (step?.roles ?? []).filter { $0 != .commitmentOfficer }
  }
}

/// What is published, and how long records are kept.
package struct PublicationSettings: Hashable, Sendable {
  /// The prefix of open-contracting ids.
  package let ocdsPrefix: String
  /// Hours until an event is published.
  package internal(set) var delayHours: Int
  /// What is never published.
  package let mask: Set<String>
  /// Years for which records are kept.
  package let retentionYears: Int
  /// Whether people are told by e-mail too what they are told on the pages.
  package let tellsByMail: Bool

  init(_ settings: TenantRules) throws(RulesError) {
    ocdsPrefix = try settings.text("publish.ocds_prefix")
    delayHours = try settings.count("publish.delay_hours")
    mask = Set(try settings.texts("publish.mask"))
    retentionYears = try settings.count("retention.years")
    tellsByMail = try settings.texts("notify.channels").contains("email")
  }
}
