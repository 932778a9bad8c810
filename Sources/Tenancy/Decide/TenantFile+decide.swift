package import EOrderRules
import StrictJSON

extension TenantFile {
  /// What `rules decide` answers to the bytes of an order: the decision as JSON text.
  ///
  /// - Parameter overrides: Settings of this call, as `key=value`.
  ///
  /// Throws a sentence for each error of the input, all at once.
  package func decide(json bytes: [UInt8], overrides: [String] = []) throws(Refusals) -> [UInt8] {
    let facts = try Self.facts(bytes)
    let decision = try decide(facts, overrides: overrides)
    return JSONValue(decision.tree).encoded
  }

  /// The decision about facts by the rules in force on their day, with the settings of this call.
  package func decide(_ facts: OrderFacts, overrides: [String] = []) throws(Refusals) -> Decision {
    try Self.decide(facts, try rulebook(on: facts.date, overrides: overrides))
  }

  /// The rules in force on a day, with the settings of this call.
  func rulebook(on day: Day, overrides: [String]) throws(Refusals) -> Rulebook {
    let rulebook: Rulebook
    do { rulebook = try self.rulebook(on: day) } catch { throw Self.undecided(error) }
    return overrides.isEmpty ? rulebook : try changed(rulebook, overrides: overrides, on: day)
  }

  /// The decision about facts by these rules.
  static func decide(_ facts: OrderFacts, _ rulebook: Rulebook) throws(Refusals) -> Decision {
    do { return try EOrderRules.decide(facts, rulebook) } catch { throw undecided(error) }
  }

  private static func undecided(_ error: RulesError) -> Refusals {
    Refusals(sentences: ["The order cannot be decided: \(error.description)."])
  }

  private func changed(
    _ base: Rulebook, overrides: [String], on day: Day
  ) throws(Refusals) -> Rulebook {
    let settings = try SettingOverride.apply(overrides, to: base.settings, national: national, on: day)
    do {
      return try Rulebook(
        national: national, settings: settings, nationalOn: base.effectiveFrom == nil ? day : nil)
    } catch {
      throw Refusals(sentences: ["The settings cannot be used: \(error.description)."])
    }
  }

  /// The facts in the bytes of one JSON object.
  static func facts(_ bytes: [UInt8]) throws(Refusals) -> OrderFacts {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: bytes)
    } catch {
      throw Refusals(sentences: ["The input is not JSON: \(error.description)."])
    }
    return try OrderFacts(json: json)
  }
}
