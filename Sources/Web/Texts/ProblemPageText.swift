/// The words of pages that say why something did not work.
enum ProblemPageText: Phrase {
  case home, signIn, orders, reference(String), foreignForm, foreignFormAdvice, staleForm, staleFormAdvice
  case wayOn
}
