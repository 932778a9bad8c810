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
      Bilingual(id: "Jenis nilai harus \(bound).", en: "The value must be of type \(bound).")
    case .badFormat where !bound.isEmpty:
      Bilingual(id: "Bentuknya harus seperti \(bound).", en: "It must look like \(bound).")
    default: plainSentence
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
