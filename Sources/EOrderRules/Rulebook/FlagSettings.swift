/// When an auditor looks at what officers and vendors do over time.
package struct FlagSettings: Hashable, Sendable {
  /// How many orders close to one threshold are too many.
  package let nearCount: Int
  /// Days in which they are counted.
  package let nearWindowDays: Int
  /// The plan of a year above which direct orders alone are pointed out.
  package let planLimit: Rupiah
  /// Above which share of an officer's orders one vendor stands out.
  package let repeatShare: Ratio
  /// From how many orders that share is looked at.
  package let repeatLeast: Int
  /// Days in which they are counted.
  package let repeatWindowDays: Int
  /// Below how many minutes from draft to acceptance an order is hasty.
  package let hasteMinutes: Int
  /// Days before and after an order in which a change of price counts.
  package let priceWindowDays: Int
  /// Above how many times the median a unit price stands out.
  package let medianRatio: Ratio
  /// Days whose prices make the median.
  package let medianWindowDays: Int
  /// From how many prices there is a median.
  package let medianLeast: Int

  /// - Parameter settings: Those bound by the nation on the day that is looked at.
  init(_ settings: TenantRules) throws(RulesError) {
    nearCount = try settings.count("split.near_count")
    nearWindowDays = try settings.count("split.near_window_days")
    planLimit = Rupiah(try settings.integer("split.plan_limit"))
    repeatShare = try settings.read("flags.repeat_share")
    repeatLeast = try settings.count("flags.repeat_least")
    repeatWindowDays = try settings.count("flags.repeat_window_days")
    hasteMinutes = try settings.count("flags.fast_minutes")
    priceWindowDays = try settings.count("flags.price_window_days")
    medianRatio = try settings.read("flags.median_ratio")
    medianWindowDays = try settings.count("flags.median_window_days")
    medianLeast = try settings.count("flags.median_least")
  }
}
