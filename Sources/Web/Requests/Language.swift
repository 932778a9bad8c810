package import StrictJSON

/// The language that a person reads: Indonesian unless English is preferred.
package enum Language: String, Sendable, CaseIterable {
  case id, en

  /// The first of the two in `Accept-Language`, by quality (RFC 9110 §12.5.4).
  package init(acceptLanguage header: String?) {
    let wanted = (header ?? "").split(separator: ",").compactMap { part -> (Language, Double)? in
      let pieces = part.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
      guard let tag = pieces.first?.prefix(2).lowercased(), let language = Language(rawValue: tag) else {
        return nil
      }
      let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      return quality > 0 ? (language, quality) : nil
    }
    let best = wanted.max { $0.1 < $1.1 }
    self = wanted.first { $0.1 == best?.1 }?.0 ?? .id
  }

  /// The sentence in this language.
  package func pick(_ text: Bilingual) -> String { self == .id ? text.id : text.en }
}
