/// Who may sell to the province.
package struct VendorSettings: Hashable, Sendable {
  /// Whether vendors of other provinces may join.
  package enum RegionPolicy: String, Sendable, CaseIterable {
    case inProvince = "in_province"
    case national
    case preferLocal = "prefer_local"
  }

  /// The sizes that may sell.
  package let allowedSizes: Set<BusinessSize>
  /// Whether cooperatives of any size may sell.
  package let allowsCooperatives: Bool
  /// Whether vendors of other provinces may join.
  package let regionPolicy: RegionPolicy
  /// Working days in which a vendor should be verified.
  package let verifyWorkingDays: Int
  /// Days for which a new bank account cools before money goes to it without a reason.
  package let bankCoolingDays: Int
  private let documents: [String: Set<String>]

  init(_ settings: TenantRules, national: NationalRules) throws(RulesError) {
    let allowed = try settings.texts("umk.allowed")
    allowedSizes = Set(allowed.compactMap(BusinessSize.init))
    allowsCooperatives = allowed.contains("cooperative")
    regionPolicy = try settings.word("vendor.region_policy")
    verifyWorkingDays = try settings.count("vendor.verify_sla_wd")
    bankCoolingDays = try settings.count("vendor.bank_cooling_days")
    let own = settings.value("vendor.required_docs")?.members ?? []
    documents = national.requiredDocuments.merging(
      own.map { ($0.name, Set($0.value.list?.compactMap(\.text) ?? [])) }
    ) { $0.union($1) }
  }

  /// Whether a business of that size and form may sell.
  package func admits(size: BusinessSize, legalForm: LegalForm) -> Bool {
    allowedSizes.contains(size) || (allowsCooperatives && legalForm == .cooperative)
  }

  /// Whether a vendor of that region may join the province of that code.
  package func admits(region: RegionCode, in province: String) -> Bool {
    regionPolicy != .inProvince || region.province == province
  }

  /// The kinds of papers that a vendor has to hand in, besides NPWP or NIK.
  ///
  /// - Parameter categories: The codes of the categories that its lines of business sell.
  package func requiredDocuments(
    sellsFood: Bool, vatRegistered: Bool, categories: Set<String> = []
  ) -> Set<String> {
    var kinds = documents["default"] ?? []
    for category in categories { kinds.formUnion(documents[category] ?? []) }
    if sellsFood { kinds.formUnion(documents["food"] ?? []) }
    if vatRegistered { kinds.formUnion(documents["vat"] ?? []) }
    return kinds
  }
}
