import EOrderRules

/// The day on which most examples decide.
let march: Day = "2027-03-01"

extension Day: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = Day(value) ?? .epoch }
}

extension NationalRules {
  /// What holds where a province's file is silent.
  private static let settings = [
    NationalRow(.directMaximum, from: "2018-07-01", legal: "direct", amount: 10_000_000),
    NationalRow(.pettyCashMaximum, from: "2018-07-01", legal: "UP", amount: 50_000_000),
    NationalRow(.payWorkingDays, from: "2018-07-01", legal: "pay", count: 7),
    NationalRow(.payWorkingDays, from: "2021-01-01", legal: "pay in 31", count: 3, province: "31"),
    NationalRow(.splitLimit, from: "2018-07-01", legal: "split", amount: 50_000_000),
    NationalRow(.splitWindow, from: "2018-07-01", legal: "split", count: 30),
    NationalRow(.splitVendorWindow, from: "2018-07-01", legal: "split", count: 7),
    NationalRow(.splitSimilarity, from: "2018-07-01", legal: "split", rate: Ratio(6, 10)),
    NationalRow(.splitNear, from: "2018-07-01", legal: "split", rate: Ratio(9, 10)),
    NationalRow(.newProductHours, from: "2018-07-01", legal: "flags", count: 24),
    NationalRow(.priceChange, from: "2018-07-01", legal: "flags", rate: Ratio(1, 10)),
    NationalRow(.cureWorkingDays, from: "2018-07-01", legal: "cure", count: 3),
    NationalRow(.answerWorkingDays, from: "2018-07-01", legal: "dispute", count: 3),
    NationalRow(.mediationWorkingDays, from: "2018-07-01", legal: "dispute", count: 5),
    NationalRow(.amendmentWorkingDays, from: "2018-07-01", legal: "amend", count: 2),
    NationalRow(.holdWorkingDays, from: "2018-07-01", legal: "hold", count: 5),
    NationalRow(.closeDays, from: "2018-07-01", legal: "close", count: 14),
    NationalRow(.reviewWorkingDays, from: "2018-07-01", legal: "review", count: 10),
    NationalRow(.reminderWorkingDays, from: "2018-07-01", legal: "remind", count: 2),
    NationalRow(.escalationWorkingDays, from: "2018-07-01", legal: "escalate", count: 4),
    NationalRow(.luxuryReview, from: "2025-01-01", legal: "luxury"),
    NationalRow(.foreignReview, from: "2009-01-01", legal: "foreign"),
    NationalRow(.exemptionReview, from: "2014-01-01", legal: "SKB"),
    NationalRow(.officerWorkingDays, from: "2018-07-01", legal: "need", count: 2),
    NationalRow(.evaluationWorkingDays, from: "2018-07-01", legal: "need", count: 3),
    NationalRow(.openWorkingDays, from: "2018-07-01", legal: "offers", count: 2),
    NationalRow(.closeShare, from: "2018-07-01", legal: "R024", rate: Ratio(1, 20)),
    NationalRow(.discountShare, from: "2018-07-01", legal: "R058", rate: Ratio(2, 5)),
    NationalRow(.disqualifiedShare, from: "2018-07-01", legal: "R038", rate: Ratio(1, 2)),
    NationalRow(.disqualifiedLeast, from: "2018-07-01", legal: "R038", count: 2),
    NationalRow(.disqualifiedWindow, from: "2018-07-01", legal: "R038", count: 365),
    NationalRow(.replacementWorkingDays, from: "2018-07-01", legal: "replace", count: 2),
    NationalRow(.varietyLeast, from: "2018-07-01", legal: "R048", count: 7),
    NationalRow(.vendorMendDays, from: "2018-07-01", legal: "mend", count: 14),
    NationalRow(.passwordLength, from: "2021-01-01", legal: "BSSN", count: 12),
    NationalRow(.passwordKinds, from: "2021-01-01", legal: "BSSN", count: 4),
    NationalRow(.passwordDays, from: "2021-01-01", legal: "BSSN", count: 180),
    NationalRow(.reissueDays, from: "2018-07-01", legal: "reissue", count: 7),
    NationalRow(.nearCount, from: "2018-07-01", legal: "SPL4", count: 3),
    NationalRow(.nearWindow, from: "2018-07-01", legal: "SPL4", count: 90),
    NationalRow(.planLimit, from: "2018-07-01", legal: "SPL5", amount: 200_000_000),
    NationalRow(.repeatShare, from: "2018-07-01", legal: "REP1", rate: Ratio(4, 10)),
    NationalRow(.repeatLeast, from: "2018-07-01", legal: "REP1", count: 10),
    NationalRow(.repeatWindow, from: "2018-07-01", legal: "REP1", count: 180),
    NationalRow(.hasteMinutes, from: "2018-07-01", legal: "FAST1", count: 10),
    NationalRow(.priceWindow, from: "2018-07-01", legal: "PRC1", count: 14),
    NationalRow(.medianRatio, from: "2018-07-01", legal: "PRC2", rate: Ratio(125, 100)),
    NationalRow(.medianWindow, from: "2018-07-01", legal: "PRC2", count: 90),
    NationalRow(.medianLeast, from: "2018-07-01", legal: "PRC2", count: 5),
    NationalRow(.localContentLeast, from: "2025-04-30", legal: "Art. 66", rate: Ratio(25, 100)),
    NationalRow(.stampDuty, from: "2021-01-01", legal: "UU 10/2020", amount: 10_000),
    NationalRow(.stampDutyAbove, from: "2021-01-01", legal: "UU 10/2020", amount: 5_000_000),
    NationalRow(.depositPettyCash, from: "2020-04-01", legal: "deposit", count: 7),
    NationalRow(.depositDirect, from: "2020-04-01", legal: "deposit", count: 0),
    NationalRow(.depositPlatform, from: "2022-05-01", legal: "deposit", count: 15),
    NationalRow(.reportIncomeTax, from: "2020-04-01", legal: "report", count: 20),
    NationalRow(.extraTime, from: "2018-07-01", legal: "Art. 56", count: 50),
  ]

  /// The nation's numbers as the examples of the law use them, and more rows.
  static func example(_ rows: [NationalRow] = []) throws -> NationalRules {
    let all: Set<LegalForm> = Set(LegalForm.allCases)
    return try NationalRules(
      version: "test",
      rows: [
        NationalRow(.orderCap, from: "2018-07-01", legal: "cap", amount: 50_000_000),
        NationalRow(.receiptMaximum, from: "2018-07-01", legal: "receipt", amount: 10_000_000),
        NationalRow(.kuitansiMaximum, from: "2018-07-01", legal: "kuitansi", amount: 50_000_000),
        NationalRow(.ppn, from: "2022-04-01", legal: "UU 7/2021", rate: Ratio(11, 100)),
        NationalRow(
          .ppn, from: "2025-01-01", legal: "PMK 131/2024", rate: Ratio(12, 100), base: Ratio(11, 12)!),
        NationalRow(
          .pph22Treasurer, from: "2017-03-01", legal: "PMK 34/2017", rate: Ratio(15, 1000),
          surcharge: Ratio(2, 1)!),
        NationalRow(.pph22Platform, from: "2022-05-01", legal: "PMK 58/2022", rate: Ratio(5, 1000)),
        NationalRow(
          .pph23, from: "2015-08-24", legal: "PMK 141/2015", rate: Ratio(2, 100), surcharge: Ratio(2, 1)!),
        NationalRow(
          .pph21, from: "2024-01-01", legal: "PMK 168/2023", rate: Ratio(5, 100), base: Ratio(1, 2)!,
          surcharge: Ratio(12, 10)!),
        NationalRow(.pphFinal, from: "2026-04-22", legal: "PP 20/2026", rate: Ratio(5, 1000), forms: all),
        NationalRow(.minimumCollected, from: "2020-04-01", legal: "PMK 231/2019", amount: 2_000_000),
        NationalRow(.exemptBand, from: "2022-01-01", legal: "UU 7/2021", amount: 500_000_000),
        NationalRow(.pbjt, from: "2024-01-05", legal: "UU 1/2022", rate: Ratio(10, 100)),
        NationalRow(.addendumLimit, from: "2018-07-01", legal: "Art. 54(2)", rate: Ratio(1, 10)),
        NationalRow(.latePenalty, from: "2018-07-01", legal: "Art. 79(4)", rate: Ratio(1, 1000)),
      ] + settings + rows,
      legal: Dictionary(uniqueKeysWithValues: ViolationCode.allCases.map { ($0, "legal of \($0.rawValue)") }),
      zones: [
        OfficialZone(rawValue: "Asia/Jakarta", secondsAheadOfUTC: 7 * 3600, abbreviation: "WIB"),
        OfficialZone(rawValue: "Asia/Makassar", secondsAheadOfUTC: 8 * 3600, abbreviation: "WITA"),
      ],
      holidays: ["2027-03-08": "Nyepi", "2027-03-10": "Idulfitri"],
      sizes: [
        SizeClass(size: .micro, capitalMaximum: 1_000_000_000, salesMaximum: 2_000_000_000),
        SizeClass(size: .small, capitalMaximum: 5_000_000_000, salesMaximum: 15_000_000_000),
        SizeClass(size: .medium, capitalMaximum: 10_000_000_000, salesMaximum: 50_000_000_000),
      ],
      categories: [
        Category([
          "code": "meals", "name": ["id": "Makanan", "en": "Meals"], "tax_classes": ["catering"],
          "food": true,
          "kbli": ["56210"],
        ])!
      ],
      requiredDocuments: ["default": ["nib", "bank"], "food": ["halal"], "vat": ["vat"]])
  }
}

extension Rulebook {
  /// The rules of an invented province, with some settings of its own.
  static func example(
    _ changes: [String: RuleValue] = [:], national: NationalRules? = nil
  ) throws -> Rulebook {
    var settings: [String: RuleValue] = [
      "tenant.slug": "contoh", "tenant.code": "99", "tenant.name": "Contoh", "version": "2027.1",
      "effective_from": "2025-01-01", "locale.timezone": "Asia/Makassar",
      "legal": [["ref": "Perpres 16/2018"]],
    ]
    settings.merge(changes) { $1 }
    return try Rulebook(national: national ?? .example(), settings: TenantRules(settings: settings))
  }
}

extension OrderFacts {
  /// An order of goods against which nothing is held.
  static func example(
    _ unitPrice: Int64 = 1_000_000, _ taxClass: TaxClass = .goods, quantity: Int64 = 1,
    inclusive: Bool = false,
    vendor: VendorFacts = .example(), day: Day = march
  ) -> OrderFacts {
    var facts = OrderFacts(
      date: day, paymentMode: .ls, procedure: .offer, vendor: vendor,
      lines: [
        LineFacts(
          productId: "p1", category: "stationery", taxClass: taxClass, unitPrice: Rupiah(unitPrice),
          priceIncludesVat: inclusive, quantity: quantity, standardPrice: 60_000_000)
      ])
    facts.budgetAvailable = 1_000_000_000
    facts.catalogueCheck = CatalogueCheck(result: .notFound, evidence: "screenshot")
    facts.packageId = "k1"
    facts.unitId = "u1"
    facts.account = "5.1.02.01.01.0024"
    facts.vendorId = "v1"
    facts.itemNames = ["kertas F4"]
    facts.needDate = "2027-03-05"
    facts.deliverBy = "2027-03-10"
    return facts
  }
}

extension VendorFacts {
  /// A small verified company.
  static func example(
    _ form: LegalForm = .cv, vatRegistered: Bool = false, npwp: NPWP? = NPWP("0012345678901000")
  ) -> VendorFacts {
    VendorFacts(
      state: .verified, legalForm: form, size: .small, regionCode: RegionCode("13.71"), npwp: npwp,
      vatRegistered: vatRegistered)
  }

  /// An individual with the letter of the final tax.
  static func withLetter(
    _ form: LegalForm = .individual, until: Day = "2027-12-31", statement: Bool = false,
    turnover: Rupiah? = nil
  ) -> VendorFacts {
    var vendor = example(form)
    vendor.finalTaxLetter = TaxLetter(number: "KET-1", validUntil: until)
    vendor.exemptBandStatement = statement
    vendor.turnoverYearToDate = turnover
    return vendor
  }
}
