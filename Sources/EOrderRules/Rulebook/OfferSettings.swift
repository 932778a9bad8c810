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

  /// How long a request stays open where nobody says otherwise (domain.md §7.3).
  package var usualOpenWorkingDays: Int { max(2, minimumOpenWorkingDays) }

  init(_ settings: TenantRules) throws(RulesError) {
    minimumOffers = try settings.count("rfo.min_offers")
    minimumOpenWorkingDays = try settings.count("rfo.min_open_wd")
    maximumRounds = try settings.count("rfo.max_rounds")
    answerWorkingDays = try settings.count("rfo.answer_wd")
  }
}
