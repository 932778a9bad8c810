import EOrderRules
import StrictJSON

/// Decisions about many orders by one file and the settings of one call (`rules decide --lines`): the rules of
/// a day are read once, however many orders fall on it.
package struct OrderDecisions {
  private let file: TenantFile
  private let overrides: [String]
  private var rulebooks: [Day: Rulebook] = [:]

  /// Whether every line so far was answered by a decision.
  package private(set) var allDecided = true

  /// No order has been decided yet.
  package init(by file: TenantFile, overrides: [String]) {
    self.file = file
    self.overrides = overrides
  }

  /// The decision about the order on one line as JSON text, or `{"errors": […]}` with a sentence for each error.
  package mutating func answer(to line: [UInt8]) -> [UInt8] {
    do {
      return try decided(line)
    } catch {
      allDecided = false
      return JSONValue.object([
        JSONMember(name: "errors", value: .array(error.sentences.map { .string($0) }))
      ]).encoded
    }
  }

  private mutating func decided(_ line: [UInt8]) throws(Refusals) -> [UInt8] {
    let facts = try TenantFile.facts(line)
    return JSONValue(try TenantFile.decide(facts, try rulebook(on: facts.date)).tree).encoded
  }

  private mutating func rulebook(on day: Day) throws(Refusals) -> Rulebook {
    if let known = rulebooks[day] { return known }
    let rulebook = try file.rulebook(on: day, overrides: overrides)
    rulebooks[day] = rulebook
    return rulebook
  }
}
