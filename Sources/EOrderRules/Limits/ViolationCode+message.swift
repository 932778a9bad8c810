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
    case .int(let number): text += parts.count == 2 ? rupiah(number, thousands) : String(number)
    case .string(let words): text += words
    default: text += "–"
    }
    text += piece[piece.index(after: end)...]
  }
  return text
}

private func rupiah(_ amount: Int64, _ thousands: Character) -> String {
  var grouped = ""
  for (index, digit) in String(amount.magnitude).reversed().enumerated() {
    if index > 0, index % 3 == 0 { grouped.append(thousands) }
    grouped.append(digit)
  }
  return (amount < 0 ? "-Rp" : "Rp") + String(grouped.reversed())
}
