package import EOrderRules
import StrictJSON

/// The nation's rule file (`Tenants/national/rules.yaml`).
package enum NationalFile {
  /// The rules of the file's bytes; throws every error that it has, each with its line.
  package static func read(_ bytes: [UInt8]) throws(RuleFileError) -> NationalRules {
    let document = try YAMLDocument(bytes)
    var reader = RuleReader()
    let root = reader.read(document.root, as: .record(fields), "national") ?? .null
    let problems = document.problems + reader.problems
    guard problems.isEmpty else { throw RuleFileError(problems) }
    let doubled = doubledGuards(root)
    guard doubled.isEmpty else { throw RuleFileError(doubled) }
    do { return try rules(root) } catch {
      throw RuleFileError(atStart: RuleProblem(.inconsistent(error.description)))
    }
  }

  /// The rules of a tree that was read before.
  ///
  /// - Parameter later: where codes come from that the tree does not know, since no release asked for them yet.
  static func rules(_ root: RuleValue, filledFrom later: NationalRules? = nil) throws(RulesError)
    -> NationalRules
  {
    let rows = list(root, "rules").compactMap(row)
    let missing = Set(NationalCode.allCases).subtracting(rows.map(\.code))
    let named = legal(root)
    return try NationalRules(
      version: root["version"]?.text ?? "",
      rows: rows + missing.flatMap { later?.history(of: $0) ?? [] },
      legal: later.map { later in
        named.merging(ViolationCode.allCases.map { ($0, later.legal(of: $0)) }) { own, _ in own }
      } ?? named,
      zones: list(root, "zones").compactMap(zone),
      holidays: holidays(root),
      sizes: list(root, "sizes").compactMap(size),
      categories: list(root, "categories").compactMap { Category($0) },
      requiredDocuments: documents(root), source: JSONValue(root).canonical)
  }

  /// Violations with two regulations: which of them is told would be chance.
  private static func doubledGuards(_ root: RuleValue) -> [RuleFileProblem] {
    let codes = list(root, "guards").compactMap { $0["code"]?.text }
    let twice = Set(codes.filter { code in codes.count { $0 == code } > 1 })
    return twice.sorted().map {
      RuleFileProblem(line: 1, key: "guards", RuleProblem(.repeated($0)))
    }
  }

  private static let fields: [RuleField] = [
    .required("schema", .integer(1...1)),
    .required("version", .formatted(.version)),
    .required("rules", .list(of: .record(rowFields), atLeast: 1)),
    .required("guards", .list(of: .record(guardFields), atLeast: 1)),
    .required("zones", .list(of: .record(zoneFields), atLeast: 1)),
    .required("sizes", .list(of: .record(sizeFields), atLeast: 1)),
    .required("required_docs", .map(of: .set(of: RuleKey.documentKinds, atLeast: 1))),
    .required("categories", .list(of: .record(RuleKey.categoryFields), atLeast: 1)),
    .required("holidays", .list(of: .record(holidayFields), atLeast: 1)),
  ]

  private static let rowFields: [RuleField] = [
    .required("code", .oneOf(NationalCode.allCases.map(\.rawValue))),
    .required("from", .formatted(.day)),
    .optional("until", .formatted(.day)),
    .optional("mark", .oneOf(["S", "T", "K-H", "K-M", "K-L", "D"])),
    .required("legal", .text(maximum: 300)),
    .optional("amount", .integer(0...Int64.max)),
    .optional("rate", .formatted(.ratio)),
    .optional("count", .integer(0...Int64.max)),
    .optional("province", .formatted(.province)),
    .optional("base", .formatted(.ratio)),
    .optional("surcharge", .formatted(.ratio)),
    .optional("forms", .set(of: LegalForm.allCases.map(\.rawValue), atLeast: 1)),
  ]

  private static let guardFields: [RuleField] = [
    .required("code", .oneOf(ViolationCode.allCases.map(\.rawValue))),
    .required("legal", .text(maximum: 300)),
  ]

  private static let zoneFields: [RuleField] = [
    .required("name", .text(maximum: 60)),
    .required("utc_offset_hours", .integer(-12...14)),
    .required("abbreviation", .text(maximum: 10)),
  ]

  private static let sizeFields: [RuleField] = [
    .required("size", .oneOf(BusinessSize.allCases.map(\.rawValue))),
    .required("capital_max", .integer(1...Int64.max)),
    .required("sales_max", .integer(1...Int64.max)),
  ]

  private static let holidayFields: [RuleField] = [
    .required("day", .formatted(.day)), .required("name", .text(maximum: 200)),
  ]
}
