import EOrderRules
import Foundation

extension CodePair {
  /// What is held against a selection among offers, and the indicators on requests.
  static var selections: [ViolationCode: CodePair] {
    [
      .notLowestOffer: selection(raised: "dear", silent: "low", of: ["low": 900, "dear": 950]),
      .fewOffers: selection(raised: "low", silent: "low", of: ["low": 900], noted: true),
      .shortPeriod: request([1_000_000, 1_250_000], raised: 1, silent: 2),
      .singleOffer: requests(raised: [1_000_000], silent: [1_000_000, 1_250_000]),
      .closeToWinner: requests(raised: [1_000_000, 1_049_999], silent: [1_000_000, 1_050_000]),
      .identicalPrices: requests(
        raised: [1_000_000, 1_100_000, 1_100_000], silent: [1_000_000, 1_100_001, 1_100_000]),
      .othersDisqualified: requests(
        raised: [1_000_000, -1_100_000, -1_200_000], silent: [1_000_000, -1_100_000, 1_200_000]),
      .lowestDisqualified: requests(
        raised: [1_000_000, -999_999, 1_100_000], silent: [1_000_000, -1_000_000, 1_100_000]),
      .heavyDiscount: requests(raised: [599_999, 1_000_000], silent: [600_000, 1_000_000]),
      .oftenDisqualified: .flag(raised: 3, silent: 2) { rulebook, barred in
        let offers = (0..<4).map { OfferedPrice(vendor: "v", gross: 1, isDisqualified: $0 < barred) }
        return [rulebook.oftenDisqualified("v", offers: offers)].compactMap(\.self)
      },
      .variedVendor: .flag(raised: 7, silent: 6) { rulebook, count in
        let categories = Set((0..<count).map { "c\($0)" })
        return [rulebook.variedVendor("v", selectedIn: categories)].compactMap(\.self)
      },
    ]
  }

  private static func selection(
    raised: String, silent: String, of prices: [String: Rupiah], noted: Bool = false
  ) -> CodePair {
    let offers = prices.sorted { $0.value < $1.value }.map {
      ComparedOffer(
        id: $0.key, gross: $0.value, isEligible: true, isLocal: true,
        submittedAt: Date(timeIntervalSince1970: 0))
    }
    return CodePair(
      raised: {
        try Rulebook.example().heldAgainst(selecting: raised, among: offers, hasReason: false, hasNote: false)
      },
      silent: {
        try Rulebook.example().heldAgainst(selecting: silent, among: offers, hasReason: false, hasNote: noted)
      })
  }

  /// Requests with these prices, of which the first is selected and negative ones are barred.
  private static func requests(raised: [Int64], silent: [Int64]) -> CodePair {
    .flag(raised: raised, silent: silent) { $0.offerIndicators(tender($1, days: 2)) }
  }

  private static func request(_ prices: [Int64], raised: Int, silent: Int) -> CodePair {
    .flag(raised: raised, silent: silent) { $0.offerIndicators(tender(prices, days: $1)) }
  }

  private static func tender(_ prices: [Int64], days: Int) -> TenderFacts {
    let offers = prices.enumerated().map {
      OfferedPrice(
        vendor: "v\($0)", gross: Rupiah(abs($1)), isDisqualified: $1 < 0, isSelected: $0 == 0)
    }
    return TenderFacts(openWorkingDays: days, offers: offers)
  }
}
