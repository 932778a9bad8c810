extension FieldErrorCode {
  /// The sentence of a code with the broken bound filled in.
  func sentence(bound: String) -> Bilingual {
    switch self {
    case .tooSmall:
      Bilingual(id: "Nilai paling kecil \(bound).", en: "The least value is \(bound).")
    case .tooLarge:
      Bilingual(id: "Nilai paling besar \(bound).", en: "The greatest value is \(bound).")
    case .tooShort:
      Bilingual(id: "Paling sedikit \(bound).", en: "At least \(bound) is due.")
    case .tooLong:
      Bilingual(id: "Paling banyak \(bound).", en: "At most \(bound) is allowed.")
    case .notOneOf:
      Bilingual(id: "Pilih salah satu dari: \(bound).", en: "Choose one of: \(bound).")
    case .wrongType:
      Self.kindSentence(bound)
    case .badFormat where !bound.isEmpty:
      Bilingual(id: "Bentuknya harus seperti \(bound).", en: "It must look like \(bound).")
    default: plainSentence
    }
  }

  /// What is due in the place of a value of another type, in the words of who typed it.
  private static func kindSentence(_ type: String) -> Bilingual {
    switch type {
    case "integer":
      Bilingual(
        id: "Tulis bilangan bulat dengan angka saja, misalnya 25000000.",
        en: "Write a whole number in digits alone, such as 25000000.")
    case "boolean": Bilingual(id: "Harus true atau false.", en: "This must be true or false.")
    case "string": Bilingual(id: "Harus berupa teks.", en: "This must be text.")
    case "array": Bilingual(id: "Harus berupa daftar.", en: "This must be a list.")
    case "object": Bilingual(id: "Harus berupa kelompok isian.", en: "This must be a group of members.")
    default: Bilingual(id: "Jenis nilai harus \(type).", en: "The value must be of type \(type).")
    }
  }

  private var plainSentence: Bilingual {
    switch self {
    case .required: Bilingual(id: "Wajib diisi.", en: "This is required.")
    case .unknown: Bilingual(id: "Isian ini tidak dikenal.", en: "This member is not known.")
    case .notInteger: Bilingual(id: "Harus bilangan bulat.", en: "This must be a whole number.")
    case .outOfRange: Bilingual(id: "Bilangan terlalu besar.", en: "The number is out of range.")
    case .badFormat: Bilingual(id: "Bentuknya tidak benar.", en: "The format is not right.")
    case .notFound: Bilingual(id: "Tidak ditemukan.", en: "It was not found.")
    case .alreadyRegistered: Bilingual(id: "Sudah terdaftar.", en: "It is already registered.")
    case .missing: Bilingual(id: "Belum ada.", en: "It is missing.")
    default: Bilingual(id: "Tidak memenuhi aturan \(text).", en: "The rule \(text) is not met.")
    }
  }
}
