import EOrderRules
import StrictJSON

/// What is wrong with a setting: its code among the errors of fields, and its sentence in both languages.
struct RuleProblemWords {
  let code: FieldErrorCode
  let reason: Bilingual
  /// What would be right.
  let bound: Bilingual?

  init(_ problem: RuleProblem) {
    let kind = Self.kind(of: problem)
    code = kind.code
    reason = Bilingual(id: kind.indonesian, en: problem.reason)
    bound = problem.bound.map {
      let text = String($0.prefix(400))
      return Bilingual(id: Self.indonesian(text), en: text)
    }
  }

  private struct Kind {
    /// What the reasons of this kind have in common.
    let mark: String
    let code: FieldErrorCode
    let indonesian: String

    init(_ mark: String, _ code: FieldErrorCode, _ indonesian: String) {
      self.mark = mark
      self.code = code
      self.indonesian = indonesian
    }
  }

  private static func kind(of problem: RuleProblem) -> Kind {
    if problem.reason == "not allowed", problem.bound?.hasSuffix(" characters") == true { return shape }
    if problem.reason.contains("looser") {
      return problem.bound?.hasPrefix("at most") == true ? tooLarge : tooSmall
    }
    return kinds.first { problem.reason.contains($0.mark) } ?? shape
  }

  private static let shape = Kind("", .badFormat, "Bentuknya tidak benar")
  private static let tooLarge = Kind("above", .tooLarge, "Di atas batas")
  private static let tooSmall = Kind("comes before", .tooSmall, "Di bawah batas")
  private static let wrongType = "Jenis nilainya tidak benar"
  private static let once = "Ditetapkan sekali saat provinsi bergabung"

  /// The first that fits counts.
  private static let kinds: [Kind] = [
    Kind("stands twice", .badFormat, "Tertulis dua kali"),
    Kind("keys stand twice", .badFormat, "Terlalu banyak kunci yang tertulis dua kali"),
    Kind("unknown", .unknown, "Kunci ini tidak dikenal"), Kind("missing", .required, "Wajib diisi"),
    Kind("out of bounds", .outOfRange, "Di luar batas"), tooLarge,
    Kind("in the past", .tooSmall, "Sudah lewat"), tooSmall,
    Kind("too few", .tooShort, "Terlalu sedikit"), Kind("too many", .tooLong, "Terlalu banyak"),
    Kind("too large", .tooLong, "Berkas terlalu besar"), Kind("file is empty", .required, "Berkas kosong"),
    Kind("not allowed", .notOneOf, "Pilihan ini tidak dikenal"),
    Kind("text is due", .wrongType, "Harus teks dalam tanda kutip"),
    Kind("whole number", .notInteger, "Harus bilangan bulat tanpa tanda kutip"),
    Kind("true or false", .wrongType, "Harus true atau false tanpa tanda kutip"),
    Kind("a fraction", .wrongType, "Harus pecahan dalam tanda kutip, misalnya \"0.9\""),
    Kind("a list is due", .wrongType, "Harus berupa daftar"),
    Kind("with keys", .wrongType, "Harus berupa bagian dengan kunci-kunci"),
    Kind("is due here", .wrongType, wrongType), Kind("set once", .custom("fixed"), once),
    Kind("fixed when", .custom("fixed"), once),
    Kind("differs from the national", .custom("locked"), "Dikunci secara nasional"),
    Kind(
      "two people of the province", .custom("fixed"),
      "Dua orang di provinsi telah menyetujui versi yang lebih baru; berkas tidak membatalkannya"),
    Kind("not a zone", .notOneOf, "Bukan zona waktu Indonesia"),
    Kind("needs the number of the appointment", .required, "PLATFORM memerlukan nomor penunjukan"),
    Kind("no step holds", .required, "Tidak ada jenjang yang berlaku untuk setiap pesanan"),
    Kind("leaves out", .badFormat, "Sebuah jenjang tidak memuat PPK"),
    Kind("aliases", .badFormat, "Alias YAML tidak diterima"),
    Kind("anchors", .badFormat, "Jangkar YAML tidak diterima"),
    Kind("merge keys", .badFormat, "Kunci gabungan YAML tidak diterima"),
    Kind("tags are refused", .badFormat, "Tag YAML tidak diterima"),
    Kind("keys are words", .badFormat, "Kunci harus berupa kata"),
    Kind("nested too deeply", .tooLong, "Terlalu banyak tingkat"),
    Kind("invisible break", .badFormat, "Ada pemisah baris yang tidak terlihat"),
    Kind("not UTF-8", .badFormat, "Bukan UTF-8"),
  ]

  private static func indonesian(_ bound: String) -> String {
    bound.replacing("at most", with: "paling banyak").replacing("at least", with: "paling sedikit")
      .replacing(" or more", with: " atau lebih").replacing(" or later", with: " atau sesudahnya")
      .replacing(" to ", with: " sampai ").replacing(" characters", with: " huruf")
      .replacing("one with above: 0", with: "satu dengan above: 0")
      .replacing("or the code of a category", with: "atau kode kategori")
      .replacing("a draft of the province", with: "rancangan aturan di provinsi")
  }
}
