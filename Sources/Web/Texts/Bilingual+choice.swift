package import StrictJSON

extension Language {
  /// The sentence in this language.
  package func pick(_ text: Bilingual) -> String { self == .indonesian ? text.id : text.en }
}
