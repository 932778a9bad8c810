import EOrderRules

extension NationalFile {
  static func list(_ root: RuleValue, _ name: String) -> [RuleValue] { root[name]?.list ?? [] }

  static func row(_ value: RuleValue) -> NationalRow? {
    guard let code = value["code"]?.text.flatMap(NationalCode.init),
      let from = value["from"]?.text.flatMap({ Day($0) }), let legal = value["legal"]?.text
    else { return nil }
    func ratio(_ name: String) -> Ratio? { value[name]?.text.flatMap { Ratio($0) } }
    return NationalRow(
      code, from: from, until: value["until"]?.text.flatMap { Day($0) }, mark: value["mark"]?.text,
      legal: legal, amount: value["amount"]?.integer.map { Rupiah($0) },
      rate: ratio("rate"), count: value["count"]?.integer, province: value["province"]?.text,
      base: ratio("base") ?? .one, surcharge: ratio("surcharge") ?? .one,
      forms: Set(list(value, "forms").compactMap { $0.text.flatMap(LegalForm.init) }))
  }

  static func legal(_ root: RuleValue) -> [ViolationCode: String] {
    var found: [ViolationCode: String] = [:]
    for row in list(root, "guards") {
      if let code = row["code"]?.text.flatMap(ViolationCode.init) { found[code] = row["legal"]?.text }
    }
    return found
  }

  static func zone(_ value: RuleValue) -> OfficialZone? {
    guard let name = value["name"]?.text, let hours = value["utc_offset_hours"]?.integer,
      let abbreviation = value["abbreviation"]?.text
    else { return nil }
    return OfficialZone(
      rawValue: name, secondsAheadOfUTC: Int(hours) * 3600, abbreviation: abbreviation)
  }

  static func size(_ value: RuleValue) -> SizeClass? {
    guard let size = value["size"]?.text.flatMap(BusinessSize.init),
      let capital = value["capital_max"]?.integer, let sales = value["sales_max"]?.integer
    else { return nil }
    return SizeClass(size: size, capitalMaximum: Rupiah(capital), salesMaximum: Rupiah(sales))
  }

  static func holidays(_ root: RuleValue) -> [Day: String] {
    var found: [Day: String] = [:]
    for row in list(root, "holidays") {
      if let day = row["day"]?.text.flatMap({ Day($0) }) { found[day] = row["name"]?.text }
    }
    return found
  }

  static func documents(_ root: RuleValue) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for (name, kinds) in root["required_docs"]?.members ?? [] {
      found[name] = Set(kinds.list?.compactMap(\.text) ?? [])
    }
    return found
  }
}
