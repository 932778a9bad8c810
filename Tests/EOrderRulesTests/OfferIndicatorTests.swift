import EOrderRules
import Testing

/// The indicators on requests for offers: each just below its limit, at it, just above it, and on an honest request.
@Suite struct OfferIndicatorTests {
  private let rulebook: Rulebook

  init() throws { rulebook = try .example() }

  /// A request; the first price is the selected one's, barred ones are negative.
  private func codes(_ prices: [Int64], days: Int = 2, vendors: [String]? = nil) -> Set<ViolationCode> {
    let offers = prices.enumerated().map { place, price in
      OfferedPrice(
        vendor: vendors?[place] ?? "v\(place)", gross: Rupiah(abs(price)), isDisqualified: price < 0,
        isSelected: place == 0)
    }
    let found = rulebook.offerIndicators(TenderFacts(openWorkingDays: days, offers: offers))
    for flag in found {
      #expect(flag.severity == .info && flag.code.isFlag && flag.legal == "legal of \(flag.code.rawValue)")
      #expect(!flag.message.indonesian.contains("–") && !flag.message.english.contains("–"))
      #expect(flag.explanation["legalRef"] != nil && flag.explanation["flag"] != nil)
    }
    return Set(found.map(\.code))
  }

  private let honest: [Int64] = [1_000_000, 1_100_000, 1_250_000]

  @Test func `an honest request raises nothing`() { #expect(codes(honest).isEmpty) }

  @Test(arguments: [(1, true), (2, false), (3, false), (10, false)])
  func `R003 short period`(days: Int, raised: Bool) {
    #expect(codes(honest, days: days).contains(.shortPeriod) == raised)
  }

  @Test(
    arguments: [([], false), ([1_000_000], true), ([1_000_000, 1_100_000], false), ([1, 2, 3], false)]
      as [([Int64], Bool)])
  func `R018 single offer`(prices: [Int64], raised: Bool) {
    #expect(codes(prices).contains(.singleOffer) == raised)
  }

  @Test(
    arguments: [(1_049_999, true), (1_050_000, false), (1_050_001, false), (1_100_000, false)]
      as [(Int64, Bool)])
  func `R024 close to the winner`(second: Int64, raised: Bool) {
    #expect(codes([1_000_000, second]).contains(.closeToWinner) == raised)
  }

  @Test(
    arguments: [
      ([1_000_000, 1_099_999, 1_100_000], false), ([1_000_000, 1_100_000, 1_100_000], true),
      ([1_000_000, 1_100_001, 1_100_000], false), ([1_000_000, -1_100_000, 1_100_000], false),
    ] as [([Int64], Bool)])
  func `R028 identical prices`(prices: [Int64], raised: Bool) {
    #expect(codes(prices).contains(.identicalPrices) == raised)
  }

  @Test func `the same vendor twice is no collusion`() {
    #expect(!codes([1_000_000, 1_100_000, 1_100_000], vendors: ["a", "b", "b"]).contains(.identicalPrices))
  }

  @Test(
    arguments: [
      ([1_000_000, -1_100_000], false), ([1_000_000, -1_100_000, -1_200_000], true),
      ([1_000_000, -1_100_000, -1_200_000, -1_300_000], true),
      ([1_000_000, 1_100_000, -1_200_000, -1_300_000], false),
    ] as [([Int64], Bool)])
  func `R035 all others disqualified`(prices: [Int64], raised: Bool) {
    #expect(codes(prices).contains(.othersDisqualified) == raised)
  }

  @Test(
    arguments: [
      ([1_000_000, -999_999, 1_100_000], true), ([1_000_000, -1_000_000, 1_100_000], false),
      ([1_000_000, -1_000_001, 1_100_000], false), ([1_000_000, 1_100_000, 1_200_000], false),
    ] as [([Int64], Bool)])
  func `R036 lowest disqualified`(prices: [Int64], raised: Bool) {
    #expect(codes(prices).contains(.lowestDisqualified) == raised)
  }

  @Test(
    arguments: [(600_001, false), (600_000, false), (599_999, true), (900_000, false)] as [(Int64, Bool)])
  func `R058 heavy discount`(price: Int64, raised: Bool) {
    #expect(codes([price, 1_000_000]).contains(.heavyDiscount) == raised)
  }

  @Test(arguments: [(1, 3, false), (2, 4, false), (3, 4, true), (2, 2, false), (0, 9, false)])
  func `R038 often disqualified`(barred: Int, total: Int, raised: Bool) {
    let offers = (0..<total).map { OfferedPrice(vendor: "v", gross: Rupiah(1), isDisqualified: $0 < barred) }
    let flag = rulebook.oftenDisqualified("v", offers: offers)
    #expect((flag != nil) == raised)
    if let flag { #expect(flag.code == .oftenDisqualified && !flag.message.english.contains("–")) }
  }
}
