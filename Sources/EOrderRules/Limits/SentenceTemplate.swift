/// A sentence with gaps for facts: `{name}` as it is, `{name:rp}` an amount, `{name:date}` a day, `{name:word}`
/// a code by its name; a list is told element by element.
struct SentenceTemplate {
  private let texts: BilingualText

  init(_ texts: BilingualText) { self.texts = texts }

  /// The sentence in both languages; a fact that is missing is told as a dash.
  func filled(with facts: [(name: String, value: RuleValue)]) -> BilingualText {
    BilingualText(
      indonesian: Filling(facts: facts, isIndonesian: true).of(texts.indonesian),
      english: Filling(facts: facts, isIndonesian: false).of(texts.english))
  }
}

private struct Filling {
  let facts: [(name: String, value: RuleValue)]
  let isIndonesian: Bool

  func of(_ template: String) -> String {
    var text = ""
    for piece in template.split(separator: "{", omittingEmptySubsequences: false) {
      guard let end = piece.firstIndex(of: "}") else {
        text += piece
        continue
      }
      let parts = piece[..<end].split(separator: ":")
      let fact = facts.first { $0.name == parts[0] }?.value ?? .null
      text += told(fact, as: parts.count == 2 ? parts[1] : "")
      text += piece[piece.index(after: end)...]
    }
    return text
  }

  private func told(_ fact: RuleValue, as form: Substring) -> String {
    switch fact {
    case .int(let number): form == "rp" ? rupiah(number) : String(number)
    case .string(let text):
      switch form {
      case "date": Day(text).map(date) ?? text
      case "word": RuleWord.named(text, inIndonesian: isIndonesian)
      default: text
      }
    case .array(let elements) where !elements.isEmpty:
      elements.map { told($0, as: form) }.joined(separator: ", ")
    default: "–"
    }
  }

  private func date(_ day: Day) -> String {
    let months = isIndonesian ? Self.indonesianMonths : Self.englishMonths
    return "\(day.parts.day) \(months[day.parts.month - 1]) \(day.parts.year)"
  }

  private func rupiah(_ amount: Int64) -> String {
    var grouped = ""
    for (index, digit) in String(amount.magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { grouped.append(isIndonesian ? "." : ",") }
      grouped.append(digit)
    }
    return (amount < 0 ? "-Rp" : "Rp") + String(grouped.reversed())
  }

  private static let indonesianMonths = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
