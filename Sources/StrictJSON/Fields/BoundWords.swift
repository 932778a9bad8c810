/// A bound as people write it: a number with its thousands set apart, a day with the name of its month.
package struct BoundWords {
  package let id: String
  package let en: String

  package init(_ bound: String) {
    (id, en) = Self.day(bound) ?? Self.number(bound) ?? (bound, bound)
  }

  private static func day(_ bound: String) -> (String, String)? {
    guard CivilDay(bound.utf8) != nil else { return nil }
    let parts = bound.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return nil }
    let month = months[parts[1] - 1]
    return ("\(parts[2]) \(month.id) \(parts[0])", "\(parts[2]) \(month.en) \(parts[0])")
  }

  private static let months = [
    Bilingual(id: "Januari", en: "January"), Bilingual(id: "Februari", en: "February"),
    Bilingual(id: "Maret", en: "March"), Bilingual(id: "April", en: "April"),
    Bilingual(id: "Mei", en: "May"), Bilingual(id: "Juni", en: "June"), Bilingual(id: "Juli", en: "July"),
    Bilingual(id: "Agustus", en: "August"), Bilingual(id: "September", en: "September"),
    Bilingual(id: "Oktober", en: "October"), Bilingual(id: "November", en: "November"),
    Bilingual(id: "Desember", en: "December"),
  ]

  private static func number(_ bound: String) -> (String, String)? {
    guard let number = Int64(bound), String(number) == bound else { return nil }
    let digits = Array(String(number.magnitude))
    func grouped(_ separator: Character) -> String {
      var text = number < 0 ? "\u{2212}" : ""
      for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(separator) }
        text.append(digit)
      }
      return text
    }
    return (grouped("."), grouped(","))
  }
}

extension FieldError.Measure {
  var words: Bilingual {
    switch self {
    case .characters: Bilingual(id: "karakter", en: "characters")
    case .elements: Bilingual(id: "butir", en: "entries")
    case .bytes: Bilingual(id: "byte", en: "bytes")
    }
  }
}
