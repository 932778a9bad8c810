extension RuleKey {
  static let limitKeys: [RuleKey] = [
    .setting(
      "order.cap_gross", .rupiah(1...Int64.max), nil, direction: .stricterLower, national: .orderCap,
      legal: "Perpres 16/2018 Art. 28(3)", "The highest value of an order, all taxes included."),
    .setting(
      "order.cap_basis", .oneOf(["GROSS"]), "GROSS", direction: .locked,
      legal: "Perpres 16/2018 Art. 28(3); UU 42/2009",
      "What the cap is compared with; locked."),
    .setting(
      "evidence.receipt_max", .rupiah(1...Int64.max), nil, direction: .locked, national: .receiptMaximum,
      legal: "Perpres 16/2018 Art. 28(2)", "Up to here a purchase slip suffices; locked."),
    .setting(
      "evidence.kuitansi_max", .rupiah(1...Int64.max), nil, direction: .locked, national: .kuitansiMaximum,
      legal: "Perpres 16/2018 Art. 28(3)", "Up to here a kuitansi suffices; locked."),
    .setting(
      "direct.max", .rupiah(0...Int64.max), nil, direction: .stricterLower, norm: .directMaximum,
      national: .orderCap, legal: "Perpres 16/2018 Art. 50(7)",
      "Up to here an order may be made without comparing offers; at most the cap of orders."),
    .setting(
      "compare.min_sources", .integer(1...Int64.max), 2, legal: "PerLKPP 12/2021",
      "How many compared prices let a direct order exceed its limit."),
    .setting(
      "rfo.min_offers", .integer(1...9), 3, legal: "PerLKPP 12/2021",
      "How many offers a request for offers should bring."),
    .setting(
      "rfo.min_open_wd", .integer(1...Int64.max), 1, legal: "PerLKPP 12/2021",
      "The least working days that a request stays open."),
    .setting(
      "rfo.max_rounds", .integer(0...5), 3, legal: "Perpres 16/2018 Art. 50(7); PerLKPP 12/2021",
      "How many rounds of negotiation there may be."),
    .setting(
      "rfo.answer_wd", .integer(1...5), 1, legal: "PerLKPP 12/2021",
      "Working days in which a vendor answers in a round of negotiation."
    ),
    .setting(
      "catalogue_check.mode", .oneOf(["warn", "require_reason", "block"]), "require_reason",
      direction: .stricterHigher,
      legal: "Perpres 46/2025", "What happens without proof that the national catalogue lacks the goods."),
    .setting(
      "ssh.source", .text(maximum: 200), nil, legal: "Perpres 33/2020", "Where standard prices come from."),
    .setting(
      "ssh.mode", .oneOf(["warn", "block"]), "block", direction: .stricterHigher, legal: "Perpres 33/2020",
      "What happens above the standard price."),
  ]

  static let vendorKeys: [RuleKey] = [
    .setting(
      "umk.allowed", .set(of: ["micro", "small", "cooperative"], atLeast: 1),
      ["micro", "small", "cooperative"],
      legal: "Perpres 12/2021 Art. 65(4)", "Which businesses may sell; cooperative stands for any size."),
    .setting(
      "vendor.region_policy", .oneOf(["in_province", "national", "prefer_local"]), "prefer_local",
      legal: "Perpres 12/2021 Art. 65",
      "Whether vendors of other provinces may join."),
    .setting(
      "vendor.required_docs",
      .map(of: .set(of: documentKinds, atLeast: 0)), [:],
      legal: "Perpres 16/2018 Art. 17; PerLKPP 12/2021",
      "Papers that vendors must hand in besides the national ones; sections default, food, vat, or a category."
    ),
    .setting(
      "vendor.sources", .list(of: .text(maximum: 60), atLeast: 1), ["self"], legal: "Perpres 12/2021 Art. 65",
      "Where vendors come from."),
    .setting(
      "vendor.bank_cooling_days", .integer(0...30), 3, legal: "UU 1/2004 Art. 18 and 21",
      "Days after a change of a vendor's account in which a payment to it needs a reason."),
    .setting(
      "vendor.verify_sla_wd", .integer(1...5), 3, legal: "UU 25/2009 Art. 21",
      "Working days in which a vendor should be verified."),
  ]

  /// The kinds of papers that a vendor hands in.
  package static let documentKinds = [
    "nib", "npwp", "nik", "bank", "umk_statement", "halal", "hygiene", "vat", "final_tax", "other",
  ]
}
