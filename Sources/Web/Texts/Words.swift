/// Words of one place, in both languages side by side.
struct Words: Phrase, Equatable {
  let indonesian: String
  let english: String

  init(_ indonesian: String, _ english: String) {
    self.indonesian = indonesian
    self.english = english
  }
}
