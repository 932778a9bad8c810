extension RuleKey {
  /// The parts of a category, in tenant files and in the national template.
  package static let categoryFields: [RuleField] = [
    .required("code", .formatted(.category)),
    .required("name", .record([.required("id", .text(maximum: 200)), .required("en", .text(maximum: 200))])),
    .required("tax_classes", .set(of: TaxClass.allCases.map(\.rawValue), atLeast: 1)),
    .optional("accounts", .list(of: .formatted(.account), atLeast: 0)),
    .optional("kbli", .list(of: .formatted(.kbli), atLeast: 0)),
    .optional("food", .flag),
    .optional("curation", .flag),
    .optional("need_docs", .set(of: needDocuments, atLeast: 0)),
  ]

  static let catalogueKeys: [RuleKey] = [
    .setting(
      "categories", .list(of: .record(categoryFields), atLeast: 0), [],
      legal: "Permendagri 90/2019; UU 42/2009",
      "Categories besides the national ones; one of the same code takes its place."),
    .setting(
      "accounts.map", .map(of: .formatted(.account)), [:], legal: "Permendagri 90/2019",
      "The usual account of a category, by its code."),
    .setting(
      "numbering.order", .formatted(.template), "{seq:5}/EO/{unit}/{roman_month}/{year}",
      legal: "PP 28/2012; Permendagri 77/2020",
      "How orders are numbered; without gaps in each unit and year."),
    .setting(
      "numbering.bast", .formatted(.template), "{seq:5}/BAST/{unit}/{roman_month}/{year}",
      legal: "PP 28/2012; Permendagri 77/2020",
      "How handovers are numbered."),
    .setting(
      "numbering.invoice", .formatted(.template), "{seq:5}/INV/{unit}/{roman_month}/{year}",
      legal: "PP 28/2012; Permendagri 77/2020",
      "How invoices are numbered where the vendor has no number of its own."),
    .setting(
      "documents.templates", .map(of: .formatted(.version)), [:], legal: "PerLKPP 12/2021",
      "The version of each document's template."),
    .setting(
      "sign.provider", .oneOf(["internal", "bsre"]), "internal", legal: "UU 1/2024; PP 71/2019",
      "Who signs documents."),
  ]

  static let yearKeys: [RuleKey] = [
    .setting(
      "yearend.last_issue", .formatted(.monthDay), "12-10", legal: "PP 12/2019",
      "The last day of a year on which an order may be issued."),
    .setting(
      "yearend.last_invoice", .formatted(.monthDay), "12-15", legal: "PP 12/2019",
      "The last day of a year for invoices, and so for deliveries."),
    .setting(
      "yearend.last_pay", .formatted(.monthDay), "12-24", legal: "PP 12/2019",
      "The last day of a year for payments."),
  ]

  /// The papers that a need may have to bring.
  static let needDocuments = ["invitation", "attendance", "minutes", "photo", "specification", "estimate"]
}
