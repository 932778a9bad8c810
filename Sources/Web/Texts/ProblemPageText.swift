/// The words of pages that say why something did not work.
enum ProblemPageText: Phrase {
  case home, signIn, orders
  case reference(String)
  case foreignForm, foreignFormAdvice, staleForm, staleFormAdvice
  case wayOn
}
