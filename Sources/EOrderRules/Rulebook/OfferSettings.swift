/// How offers are asked for.
package struct OfferSettings: Hashable, Sendable {
  /// How many offers a request should bring.
  package let minimumOffers: Int
  /// The least working days that a request stays open.
  package let minimumOpenWorkingDays: Int
  /// How many rounds of negotiation there may be.
  package let maximumRounds: Int
  /// Working days in which a vendor answers in a round.
  package let answerWorkingDays: Int

  /// Below which share above the selected offer the next one stands out.
  package let closeShare: Ratio
  /// Above which share below the next offer the selected one stands out.
  package let discountShare: Ratio
  /// Above which share of disqualified offers a vendor stands out.
  package let disqualifiedShare: Ratio
  /// From how many disqualified offers that is looked at.
  package let disqualifiedLeast: Int
  /// Days in which a vendor's offers are counted for that.
  package let disqualifiedWindowDays: Int
  /// From how many categories in which a vendor was selected it stands out.
  package let varietyLeast: Int

  /// - Parameter settings: Those bound by the nation on the day that is looked at.
  init(_ settings: TenantRules) throws(RulesError) {
    minimumOffers = try settings.count("rfo.min_offers")
    minimumOpenWorkingDays = try settings.count("rfo.min_open_wd")
    maximumRounds = try settings.count("rfo.max_rounds")
    answerWorkingDays = try settings.count("rfo.answer_wd")
    closeShare = try settings.read("flags.offer_close")
    discountShare = try settings.read("flags.offer_discount")
    disqualifiedShare = try settings.read("flags.offer_disqualified_share")
    disqualifiedLeast = try settings.count("flags.offer_disqualified_least")
    disqualifiedWindowDays = try settings.count("flags.offer_disqualified_window_days")
    varietyLeast = try settings.count("flags.offer_variety_least")
  }
}
