extension RuleKey {
  static let paymentKeys: [RuleKey] = [
    .setting(
      "payment.modes", .set(of: PaymentMode.allCases.map(\.rawValue), atLeast: 1),
      ["UP", "GU", "TU", "LS", "KKPD"], legal: "Permendagri 77/2020; Permendagri 79/2022",
      "How the province pays."),
    .setting(
      "payment.partial", .flag, false, legal: "Perpres 16/2018 Art. 53; UU 1/2004 Art. 21",
      "Whether parts of an order may be paid."),
    .setting(
      "payment.bank_code", .formatted(.bank), nil, legal: "PP 12/2019 Art. 126-129",
      "The bank of the regional treasury, in quotation marks."),
    .setting(
      "payment.up_single_max", .rupiah(1...Int64.max), nil, national: .pettyCashMaximum,
      legal: "Permendagri 77/2020",
      "The highest single payment from petty cash (UP, GU)."),
    .setting(
      "payment.papers", .oneOf(["inform", "require"]), "inform", direction: .stricterHigher,
      legal: "Perpres 16/2018 Art. 28; Permendagri 77/2020",
      "Whether papers of the payment that are missing are pointed out, or keep it from being verified."),
  ]

  static let taxKeys: [RuleKey] = [
    .setting(
      "tax.collector", .oneOf(["TREASURER", "PLATFORM"]), "TREASURER",
      legal: "PMK 231/2019 jo. 59/2022; PMK 58/2022",
      "Who collects taxes; PLATFORM needs the number of the appointment."),
    .setting(
      "tax.appointment", .text(maximum: 100), nil, legal: "PMK 58/2022",
      "The number of the platform's appointment as collector."),
    .setting(
      "tax.ppn_threshold_basis", .oneOf(["EX", "GROSS"]), "EX", legal: "PMK 231/2019 Art. 18",
      "Whether the threshold of collecting VAT is compared with the price without or with it."),
    .setting(
      "tax.umkm_crossing", .oneOf(["SPLIT", "FULL", "REVIEW"]), "REVIEW", legal: "UU 7/2021 Art. 7(2a)",
      "What happens to an order that crosses the end of the exempt band."),
    .setting(
      "tax.no_npwp_policy", .oneOf(["SURCHARGE", "REVIEW"]), "SURCHARGE",
      legal: "UU PPh Art. 22(3), 23(1a), 21(5a)",
      "Whether a person looks at the surcharge of vendors without a taxpayer number."),
    .setting(
      "tax.pbjt_in_wht_base", .flag, true, legal: "UU 1/2022",
      "Whether income tax on meals is reckoned with the regional tax in the price."),
  ]

  static let splittingKeys: [RuleKey] = [
    .setting(
      "split.limit", .rupiah(1...Int64.max), nil, direction: .stricterLower, national: .splitLimit,
      legal: "Perpres 16/2018 Art. 20(2)",
      "The sum above which orders that belong together are held or blocked."),
    .setting(
      "split.window_days", .integer(1...366), nil, direction: .stricterHigher, norm: .splitWindow,
      legal: "Perpres 16/2018 Art. 20(2)",
      "How many days similar orders of a unit are added up."),
    .setting(
      "split.vendor_window_days", .integer(1...366), nil, direction: .stricterHigher,
      norm: .splitVendorWindow,
      legal: "Perpres 16/2018 Art. 20(2)",
      "How many days orders of a unit from one vendor are added up."),
    .setting(
      "split.similarity", .ratio(unit), nil, direction: .stricterLower, norm: .splitSimilarity,
      legal: "Perpres 16/2018 Art. 20(2)",
      "From which likeness of names two items count as similar."),
    .setting(
      "split.near_ratio", .ratio(unit), nil, norm: .splitNear,
      legal: "Perpres 16/2018 Art. 20(2)",
      "From which share of a threshold an order counts as close to it."),
    .setting(
      "flags.new_product_hours", .integer(0...720), nil, norm: .newProductHours,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "How long a product counts as newly listed."),
    .setting(
      "flags.price_change", .ratio(unit), nil, norm: .priceChange,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "Which change of price sends a product back to curation."),
    .setting(
      "split.near_count", .integer(2...Int64.max), nil, norm: .nearCount,
      legal: "Perpres 16/2018 Art. 20(2)",
      "How many orders close to one threshold an officer makes before an auditor looks."),
    .setting(
      "split.near_window_days", .integer(1...366), nil, norm: .nearWindow,
      legal: "Perpres 16/2018 Art. 20(2)",
      "How many days those orders are counted."),
    .setting(
      "split.plan_limit", .rupiah(1...Int64.max), nil, direction: .stricterLower, national: .planLimit,
      legal: "Perpres 16/2018 Art. 1(40), 20(2)",
      "The plan of a year for one account and category above which direct orders alone are pointed out."),
    .setting(
      "flags.repeat_share", .ratio(unit), nil, norm: .repeatShare,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "Above which share of an officer's orders one vendor stands out."),
    .setting(
      "flags.repeat_least", .integer(1...Int64.max), nil, norm: .repeatLeast,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "From how many orders of an officer that share is looked at."),
    .setting(
      "flags.repeat_window_days", .integer(1...3660), nil, norm: .repeatWindow,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "How many days those orders are counted."),
    .setting(
      "flags.fast_minutes", .integer(0...1440), nil, norm: .hasteMinutes,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "Below how many minutes from draft to acceptance an order is hasty."),
    .setting(
      "flags.price_window_days", .integer(0...366), nil, norm: .priceWindow,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "How many days before and after an order a change of price counts."),
    .setting(
      "flags.median_ratio", .ratio(.one...hundred), nil, norm: .medianRatio,
      legal: "PerLKPP 12/2021",
      "Above how many times the median a unit price stands out."),
    .setting(
      "flags.median_window_days", .integer(1...3660), nil, norm: .medianWindow,
      legal: "PerLKPP 12/2021",
      "How many days of prices make the median."),
    .setting(
      "flags.median_least", .integer(1...Int64.max), nil, norm: .medianLeast,
      legal: "PerLKPP 12/2021",
      "From how many prices there is a median."),
    .setting(
      "flags.offer_close", .ratio(unit), nil, norm: .closeShare,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "Below which share above the selected offer the next one stands out."),
    .setting(
      "flags.offer_discount", .ratio(unit), nil, norm: .discountShare,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "Above which share below the next offer the selected one stands out."),
    .setting(
      "flags.offer_disqualified_share", .ratio(unit), nil, norm: .disqualifiedShare,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "Above which share of disqualified offers a vendor stands out."),
    .setting(
      "flags.offer_disqualified_least", .integer(1...Int64.max), nil, norm: .disqualifiedLeast,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "From how many disqualified offers that is looked at."),
    .setting(
      "flags.offer_disqualified_window_days", .integer(1...3660), nil, norm: .disqualifiedWindow,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "How many days a vendor's offers are counted for that."),
    .setting(
      "flags.offer_variety_least", .integer(2...Int64.max), nil, norm: .varietyLeast,
      legal: "Perpres 16/2018 Art. 6 and 7",
      "From how many categories in which a vendor was selected within those days it stands out."),
    .setting(
      "flags.severity",
      .record([
        .optional("SPL2", .oneOf(["hold", "block"])), .optional("SPL3", .oneOf(["hold", "block"])),
        .optional("NEW1", .oneOf(["info", "warn", "hold", "block"])),
      ]), ["SPL2": "hold", "SPL3": "hold", "NEW1": "hold"],
      legal: "Perpres 16/2018 Art. 20(2)",
      "How hard the flags weigh."),
  ]

  private static let unit = Ratio.zero...Ratio.one
  private static let hundred = Ratio(100, 1) ?? .one
}
