extension RuleKey {
  static let peopleKeys: [RuleKey] = [
    .setting(
      "approval.chain",
      .list(
        of: .record([
          .required("above", .rupiah(0...Int64.max)),
          .required("roles", .set(of: [Role.commitmentOfficer, .budgetOwner].map(\.rawValue), atLeast: 1)),
        ]), atLeast: 1),
      [
        ["above": 0, "roles": ["commitment_officer"]],
        ["above": 25_000_000, "roles": ["commitment_officer", "budget_owner"]],
      ],
      legal: "Perpres 16/2018 Art. 9-12",
      "Who approves, or is told of, an order above a value; the commitment officer always."),
    .setting(
      "auth.mfa", .oneOf(["required", "optional"]), "required", legal: "Perpres 95/2018; BSSN 4/2021",
      "Whether officials need a second factor."),
    .setting(
      "auth.password_profile", .oneOf(["asvs", "bssn"]), "asvs", legal: "BSSN 4/2021 Art. 26",
      "The rules for passwords: asvs asks for length, bssn for kinds of characters and a term as well."),
    .setting(
      "hold.by_auditor", .flag, false, legal: "PP 60/2008; Perpres 16/2018 Art. 76",
      "Whether an auditor may hold an order."),
    .setting(
      "sod.kpa_as_ppk", .flag, true, legal: "Perpres 12/2021 Art. 11",
      "Whether who issues an order may approve its payment."),
    .setting(
      "sod.pptk_as_ppk", .flag, false, legal: "Perpres 12/2021 Art. 11(3)",
      "Whether a technical officer may be appointed commitment officer."),
  ]

  static let timerKeys: [RuleKey] = [
    .setting(
      "timer.accept_hours",
      .map(of: .integer(4...168)), ["fnb": 24, "default": 72],
      legal: "Perpres 16/2018 Art. 6; PerLKPP 12/2021",
      "Hours in which a vendor accepts: fnb for food, a category's code for that, default for the rest."),
    .setting(
      "timer.inspect_wd", .integer(1...30), 3, legal: "Perpres 16/2018 Art. 57; UU 1/2004 Art. 21",
      "Working days for inspecting a delivery."),
    .setting(
      "timer.invoice_wd", .integer(1...30), 5, legal: "PP 12/2019; Permendagri 77/2020",
      "Working days for the vendor's invoice."),
    .setting(
      "timer.verify_wd", .integer(1...30), 1, legal: "PP 12/2019; Permendagri 77/2020",
      "Working days for verifying the papers."),
    .setting(
      "timer.pay_wd", .integer(1...30), 3, direction: .stricterLower, national: .payWorkingDays,
      legal: "Ingub 29/2021", "Working days from invoice to payment; reports count them in public."),
  ]
}
