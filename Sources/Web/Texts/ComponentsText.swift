/// The words of the page that shows all pieces.
enum ComponentsText: Phrase {
  case title, lead
  case type, heading, reading, states, notices, buttons, form, tables, chart, story, emptiness
  case name, hint, problem, note, size, micro, small, agree, photo
  case spent, unit
  case firstUnit, secondUnit, thirdUnit
  case ordered, delivered, paid
  case emptyTitle, emptyAdvice
}
