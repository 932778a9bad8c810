import EOrderRules
import StrictJSON
import Tenancy

/// The problems of a rule file as errors of the request that brought it: where in the body, what, which bound, and the
/// regulation behind it.
struct RuleFileErrors {
  /// Whether the body brought a whole file; its problems name their lines.
  let isFile: Bool
  /// The codes of units that the body names.
  let units: [String]
  let national: NationalRules
  let day: Day

  func callAsFunction(_ problems: [RuleFileProblem]) -> [FieldError] {
    var seen: Set<String> = []
    return problems.compactMap { problem in
      let pointer = pointer(problem.key)
      guard seen.insert("\(pointer) \(problem.problem.reason)").inserted else { return nil }
      return FieldError(pointer, code(problem.problem), detail: detail(problem))
    }
  }

  private func pointer(_ key: String) -> String {
    if isFile { return "/file" }
    switch key {
    case "version": return "/version"
    case "effective_from": return "/effectiveFrom"
    default: break
    }
    if let unit = units.filter({ key.hasPrefix("units.\($0).") || key == "units.\($0)" })
      .max(by: { $0.count < $1.count })
    {
      let rest = key.dropFirst("units.\(unit).".count)
      return "/units/\(RuleRequest.escaped(unit))" + (rest.isEmpty ? "" : "/\(rest)")
    }
    if key.hasPrefix("units.") { return "/units" }
    guard let setting = setting(key) else {
      return key.isEmpty ? "/settings" : "/settings/\(RuleRequest.escaped(key))"
    }
    let rest = key.dropFirst(setting.name.count).replacing("]", with: "")
    return "/settings/\(setting.name)" + rest.replacing(/[.\[]/, with: "/")
  }

  /// The setting that a key names or lies in.
  private func setting(_ key: String) -> RuleKey? {
    if key.hasPrefix("units."), let own = RuleKey.ofUnits.first(where: { key.hasSuffix("." + $0.name) }) {
      return own
    }
    return RuleKey.all.first {
      key == $0.name || key.hasPrefix($0.name + ".") || key.hasPrefix($0.name + "[")
    }
  }

  private func code(_ problem: RuleProblem) -> FieldErrorCode {
    let reason = problem.reason
    let marks: [(String, FieldErrorCode)] = [
      ("unknown", .unknown), ("missing", .required), ("out of bounds", .outOfRange), ("above", .tooLarge),
      ("in the past", .tooSmall), ("comes before", .tooSmall), ("too few", .tooShort), ("too many", .tooLong),
      ("too large", .tooLong), ("not allowed", .notOneOf), ("text is due", .wrongType),
      ("whole number", .notInteger), ("is due here", .wrongType), ("set once", .custom("fixed")),
      ("fixed when", .custom("fixed")), ("differs from the national", .custom("locked")),
    ]
    if let mark = marks.first(where: { reason.contains($0.0) }) { return mark.1 }
    guard reason.contains("looser") else { return .badFormat }
    return problem.bound?.hasPrefix("at most") == true ? .tooLarge : .tooSmall
  }

  private func detail(_ problem: RuleFileProblem) -> Bilingual {
    let (key, line) = (isFile ? "\(problem.key): " : "", isFile ? problem.line : nil)
    let legal = setting(problem.key).map { " (\(reference($0)))" } ?? ""
    let bound = problem.problem.bound.map { String($0.prefix(400)) }
    let indonesian =
      (line.map { "Baris \($0): " } ?? "") + key
      + (Self.sentences[code(problem.problem)] ?? "Tidak diperkenankan")
      + (bound.map { "; diperkenankan: \(Self.indonesian($0))" } ?? "") + legal + "."
    let english =
      (line.map { "Line \($0): " } ?? "") + key + problem.problem.reason
      + (bound.map { "; allowed: \($0)" } ?? "") + legal + "."
    return Bilingual(id: String(indonesian.prefix(1000)), en: String(english.prefix(1000)))
  }

  /// The regulation of the nation's number that bounds a setting, else of the setting itself.
  private func reference(_ key: RuleKey) -> String {
    (key.national ?? key.norm).flatMap { national.binding($0, on: day)?.legal } ?? key.legal
  }

  private static let sentences: [FieldErrorCode: String] = [
    .unknown: "Kunci ini tidak dikenal", .required: "Wajib diisi", .outOfRange: "Di luar batas",
    .tooLarge: "Di atas batas", .tooSmall: "Di bawah batas", .tooShort: "Terlalu sedikit",
    .tooLong: "Terlalu banyak", .notOneOf: "Pilihan ini tidak dikenal",
    .wrongType: "Jenis nilainya tidak benar",
    .notInteger: "Harus bilangan bulat", .badFormat: "Bentuknya tidak benar",
    .custom("fixed"): "Ditetapkan sekali saat provinsi bergabung",
    .custom("locked"): "Dikunci secara nasional",
  ]

  private static func indonesian(_ bound: String) -> String {
    bound.replacing("at most", with: "paling banyak").replacing("at least", with: "paling sedikit")
      .replacing(" or more", with: " atau lebih").replacing(" or later", with: " atau sesudahnya")
      .replacing(" to ", with: " sampai ")
  }
}
