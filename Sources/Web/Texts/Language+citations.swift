extension Language {
  /// A regulation as texts of this language cite it: `Perpres 16/2018 Pasal 6 dan 7`, `Perpres 16/2018 Art. 6 and 7`.
  func citation(_ legal: String) -> String {
    switch self {
    case .indonesian: legal.replacing("Art. ", with: "Pasal ").replacing(" and ", with: " dan ")
    case .english: legal.replacing("Pasal ", with: "Art. ").replacing(" dan ", with: " and ")
    }
  }
}
