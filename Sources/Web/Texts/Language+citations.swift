extension Language {
  /// A regulation as texts of this language cite it: `Perpres 16/2018 Pasal 6 dan 7`, `Perpres 16/2018 Art. 6 and 7`.
  ///
  /// The code that the documents give a provision, such as `(NO_SPLIT)`, is left out: nobody can look it up.
  func citation(_ legal: String) -> String {
    let legal = legal.replacing(#/ \([A-Z]+(?:_[A-Z]+)+\)/#, with: "")
    return switch self {
    case .indonesian: legal.replacing("Art. ", with: "Pasal ").replacing(" and ", with: " dan ")
    case .english: legal.replacing("Pasal ", with: "Art. ").replacing(" dan ", with: " and ")
    }
  }
}
