extension ViolationCode {
  /// The sentence for people, with the numbers of the explanation filled in.
  func message(_ facts: [(name: String, value: RuleValue)]) -> BilingualText {
    let template = template(facts.map(\.name))
    return BilingualText(
      indonesian: fill(template.indonesian, facts, thousands: "."),
      english: fill(template.english, facts, thousands: ","))
  }
}

private func fill(
  _ template: String, _ facts: [(name: String, value: RuleValue)], thousands: Character
) -> String {
  var text = ""
  for piece in template.split(separator: "{", omittingEmptySubsequences: false) {
    guard let end = piece.firstIndex(of: "}") else {
      text += piece
      continue
    }
    let parts = piece[..<end].split(separator: ":")
    let fact = facts.first { $0.name == parts[0] }?.value
    switch fact {
    case .int(let number):
      text += parts.count == 2 ? Rupiah(number).text(thousands: thousands) : String(number)
    case .string(let words): text += words
    default: text += "–"
    }
    text += piece[piece.index(after: end)...]
  }
  return text
}
