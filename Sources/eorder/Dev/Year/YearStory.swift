import EOrderRules
import Foundation

/// What was planted: a pattern that a flag should find, or one that only looks like it.
struct YearPlant: Sendable, Hashable {
  /// `SPL2`, `FAST1` …
  let code: String
  let isHonest: Bool
  /// The orders of one pattern share it.
  let group: Int
}

/// One order as it was planned, before anything of it has happened.
struct YearStory: Sendable {
  var number: Int
  let unit: Int
  var start: Date
  let category: String
  /// What it is to cost at most, without VAT.
  let target: Int64
  var course: YearCourse
  var hasNeed = false
  /// How vendors are asked; nil where an order is placed directly.
  var tender: YearTender?
  /// The name of the last thing that happens within the year.
  var leftAfter: String?
  /// The place of the commitment officer in its unit, where it matters which.
  var officer: Int?
  /// A need that is given up before anybody orders.
  var isGivenUp = false
  /// Orders with the same one take the same time.
  var timeKey: String?
  /// A product that only planted orders buy; those of one pattern buy the same.
  var product: String?
  /// Its place in the list of packages; filled when the plan is laid out.
  var package = 0
  /// A package that only the orders of one pattern draw on.
  var packageKey: String?
  var plants: [YearPlant] = []
}

/// A package of the year's plan and the line behind it.
struct YearPackage: Sendable {
  let rupCode: String
  let unit: Int
  let category: String
  let year: Int
  var planned: Int64
  /// Whether vendors are asked for offers on some of it.
  var isTendered = false

  /// The announced amount: what is planned and some room.
  var ceiling: Int64 { min(50_000_000, max(1, (planned * 5 / 4 + 999_999) / 1_000_000) * 1_000_000) }

  var lineCode: String { "\(year)-EO-\(unit)-\(category)" }
}
