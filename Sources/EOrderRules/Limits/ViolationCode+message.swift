extension ViolationCode {
  /// The sentence for people, with the numbers of the explanation filled in.
  func message(_ facts: [(name: String, value: RuleValue)]) -> BilingualText {
    SentenceTemplate(template(facts.map(\.name))).filled(with: facts)
  }

  /// What would make the order lawful, with the numbers of the explanation filled in.
  func remedy(_ facts: [(name: String, value: RuleValue)]) -> BilingualText {
    SentenceTemplate(remedyTemplate(facts)).filled(with: facts)
  }
}
