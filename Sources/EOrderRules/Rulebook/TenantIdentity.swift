/// Who a province is.
package struct TenantIdentity: Hashable, Sendable {
  /// Its name in hosts, roles and schemas.
  package let slug: String
  /// Its region code, two digits.
  package let code: String
  /// Its name for people.
  package let name: String
  /// The languages of its pages, the first by default.
  package let languages: [String]
  /// The bank of its treasury; nil where the file names none.
  package let bankCode: BankCode?
  /// How its pages look.
  package let brand: Brand

  init(_ settings: TenantRules) throws(RulesError) {
    slug = try settings.text("tenant.slug")
    code = try settings.text("tenant.code")
    name = try settings.text("tenant.name")
    languages = try settings.texts("languages")
    bankCode = settings.value("payment.bank_code")?.text.flatMap { BankCode($0) }
    brand = Brand(
      name: settings.value("brand.name")?.text, office: settings.value("brand.office")?.text,
      primary: try settings.text("brand.primary"), accent: try settings.text("brand.accent"),
      seal: settings.value("brand.seal")?.text)
  }
}

/// How a province's pages look.
package struct Brand: Hashable, Sendable {
  /// What the service is called; nil for its general name.
  package let name: String?
  /// The office that runs it.
  package let office: String?
  /// The main colour as `#RRGGBB`.
  package let primary: String
  /// The second colour as `#RRGGBB`.
  package let accent: String
  /// The emblem as a path of SVG in a square of 100 by 100; nil for initials.
  package let seal: String?

  package init(name: String?, office: String?, primary: String, accent: String, seal: String? = nil) {
    self.name = name
    self.office = office
    self.primary = primary
    self.accent = accent
    self.seal = seal
  }
}
