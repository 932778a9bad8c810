extension FieldErrorCode {
  /// The sentence of a code with the broken bound filled in.
  func sentence(bound: String, _ measure: FieldError.Measure) -> Bilingual {
    switch self {
    case .tooSmall, .tooLarge: limitSentence(BoundWords(bound), isDay: CivilDay(bound.utf8) != nil)
    case .tooShort where bound == "1":
      measure == .elements
        ? Bilingual(id: "Pilih atau isi paling sedikit satu.", en: "Choose or fill in one at least.")
        : Bilingual(id: "Wajib diisi.", en: "This is required.")
    case .tooShort:
      Bilingual(
        id: "Paling sedikit \(BoundWords(bound).id) \(measure.words.id).",
        en: "At least \(BoundWords(bound).en) \(measure.words.en).")
    case .tooLong where bound.isEmpty: Bilingual(id: "Terlalu panjang.", en: "This is too long.")
    case .tooLong:
      Bilingual(
        id: "Paling banyak \(BoundWords(bound).id) \(measure.words.id).",
        en: "At most \(BoundWords(bound).en) \(measure.words.en).")
    case .notOneOf:
      bound.isEmpty
        ? Bilingual(id: "Pilihan ini tidak ada.", en: "There is no such choice.")
        : Bilingual(id: "Pilih salah satu dari: \(bound).", en: "Choose one of: \(bound).")
    case .wrongType:
      Self.kindSentence(bound)
    case .badFormat where !bound.isEmpty:
      Bilingual(id: "Bentuknya harus seperti \(bound).", en: "It must look like \(bound).")
    default: plainSentence
    }
  }

  private func limitSentence(_ bound: BoundWords, isDay: Bool) -> Bilingual {
    switch (self, isDay) {
    case (.tooSmall, true): Bilingual(id: "Paling awal \(bound.id).", en: "\(bound.en) at the earliest.")
    case (_, true): Bilingual(id: "Paling lambat \(bound.id).", en: "\(bound.en) at the latest.")
    case (.tooSmall, _): Bilingual(id: "Paling sedikit \(bound.id).", en: "\(bound.en) at least.")
    default: Bilingual(id: "Paling banyak \(bound.id).", en: "\(bound.en) at most.")
    }
  }

  /// What is due in the place of a value of another type, in the words of who typed it.
  private static func kindSentence(_ type: String) -> Bilingual {
    switch type {
    case "integer":
      Bilingual(
        id: "Tulis bilangan bulat dengan angka saja, misalnya 25000000.",
        en: "Write a whole number in digits alone, such as 25000000.")
    case "boolean":
      Bilingual(id: "Pilih ya atau tidak (true atau false).", en: "Choose yes or no (true or false).")
    case "string": Bilingual(id: "Harus berupa teks.", en: "This must be text.")
    case "array": Bilingual(id: "Harus berupa daftar.", en: "This must be a list.")
    case "object": Bilingual(id: "Harus berupa kelompok isian.", en: "This must be a group of fields.")
    default: Bilingual(id: "Jenis nilai harus \(type).", en: "The value must be of type \(type).")
    }
  }

  private var plainSentence: Bilingual {
    switch self {
    case .required: Bilingual(id: "Wajib diisi.", en: "This is required.")
    case .unknown: Bilingual(id: "Isian ini tidak dikenal.", en: "This field is not known.")
    case .notInteger: Bilingual(id: "Harus bilangan bulat.", en: "This must be a whole number.")
    case .outOfRange: Bilingual(id: "Bilangan terlalu besar.", en: "The number is too large.")
    case .badFormat: Bilingual(id: "Bentuknya tidak benar.", en: "The format is not right.")
    case .notFound: Bilingual(id: "Tidak ditemukan.", en: "It was not found.")
    case .alreadyRegistered: Bilingual(id: "Sudah terdaftar.", en: "It is already registered.")
    case .missing: Bilingual(id: "Belum ada.", en: "It is missing.")
    default: Bilingual(id: "Isian ini tidak dapat diterima.", en: "This cannot be accepted.")
    }
  }
}
