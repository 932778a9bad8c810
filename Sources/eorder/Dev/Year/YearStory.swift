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
  let number: Int
  let unit: Int
  var start: Date
  let category: String
  /// What it is to cost at most, without VAT.
  let target: Int64
  let course: YearCourse
  var hasNeed = false
  /// A need that is given up before anybody orders.
  var isGivenUp = false
  /// Orders with the same one go to the same vendor, take the same time, or both.
  var vendorKey: String?
  var timeKey: String?
  /// A product that only planted orders buy.
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

  var lineCode: String { "\(year)-EO-\(unit)-\(category)" }
}
