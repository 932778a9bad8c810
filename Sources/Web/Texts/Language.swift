/// A language of the pages and of the sentences in answers; the raw value is its BCP 47 tag.
package enum Language: String, Sendable, CaseIterable {
  case indonesian = "id"
  case english = "en"

  /// The name of the language in itself.
  var ownName: String {
    switch self {
    case .indonesian: "Bahasa Indonesia"
    case .english: "English"
    }
  }

  /// The words of a phrase.
  func callAsFunction(_ phrase: some Phrase) -> String {
    switch self {
    case .indonesian: phrase.indonesian
    case .english: phrase.english
    }
  }

  /// The language that an `Accept-Language` field prefers (RFC 9110 §12.5.4); Indonesian where it names
  /// neither. Of equal wishes the first counts.
  static func preferred(_ acceptLanguage: String?) -> Language {
    var best: (language: Language, weight: Double)?
    for range in (acceptLanguage ?? "").prefix(512).split(separator: ",") {
      let parts = range.filter { $0 != " " && $0 != "\t" }.split(separator: ";")
      guard let tag = parts.first?.split(separator: "-").first,
        let language = Language(rawValue: tag.lowercased())
      else { continue }
      let wish = parts.dropFirst().first { $0.hasPrefix("q=") }
      let weight = wish.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      if weight > best?.weight ?? 0 { best = (language, weight) }
    }
    return best?.language ?? .indonesian
  }
}

/// Words that stand in both catalogues: `Texts/Indonesian` and `Texts/English`.
protocol Phrase: Sendable {
  var indonesian: String { get }
  var english: String { get }
}
