import EOrderRules
package import StrictJSON

extension VendorProfile {
  /// The members of a profile and whether a registration needs them.
  private static let members: [(name: String, shape: Shape, isRequired: Bool)] = [
    ("legalForm", .oneOf(LegalForm.self), true), ("businessName", .name, true), ("ownerName", .name, true),
    ("ownerNik", .text(.nik), true), ("nib", .text(.nib), true), ("npwp", .nullable(.text(.npwp)), true),
    ("size", .oneOf(BusinessSize.self), true), ("capital", amount, true),
    ("yearlySales", amount, true), ("kbli", kbliShape, true),
    ("vatRegistered", .boolean, true), ("finalTaxLetter", .nullable(finalTaxLetter), false),
    ("exemptBandStatement", .nullable(exemptBandStatement), false), ("email", .text(.email), true),
    ("phone", .text(.phone), true), ("address", address, true), ("bank", bank, true),
    ("serviceRegions", serviceRegions, false), ("foreign", .boolean, false),
    ("withholdingExemption", .nullable(withholdingExemption), false),
  ]

  /// The members as a body of a registration has them.
  static let fields: [ShapeField] = members.map { member in
    member.isRequired ? .required(member.name, member.shape) : .optional(member.name, member.shape)
  }

  /// A whole profile.
  package static let shape = Shape.object(fields)

  /// A change of a profile: what is left out stays; parts of `address` and `bank` may be left out too.
  static let patch = Shape.object(
    members.map { member in
      switch member.name {
      case "address":
        .optional("address", .object([.optional("street", street), .optional("regionCode", region)]))
      case "bank": .optional("bank", .object(bankMembers.map { .optional($0.0, $0.1) }))
      default: .optional(member.name, member.shape)
      }
    })

  /// Capital, sales or turnover: sums of several stay far from the end of the integers.
  static let amount = Shape.integer(min: 0, max: 1_000_000_000_000_000)
  static let street = Shape.text(max: 500, multiline: true)
  static let region = Shape.text(.regionCode)
  static let serviceRegions = Shape.array(of: region, max: 100)
  static let address = Shape.component(
    "Address", .object([.required("street", street), .required("regionCode", region)]))

  private static let bankMembers: [(String, Shape)] = [
    ("code", .text(.bankCode)), ("accountNumber", .text(.bankAccount)), ("accountName", .name),
  ]
  private static let bank = Shape.component(
    "BankAccount", .object(bankMembers.map { .required($0.0, $0.1) }))

  static let finalTaxLetter = Shape.component(
    "FinalTaxLetter", .object([.required("number", .text(max: 100)), .required("validUntil", .date)]))
  static let withholdingExemption = Shape.component(
    "WithholdingExemption",
    .object([.required("number", .text(max: 100)), .required("validUntil", .date)]))
  static let exemptBandStatement = Shape.component(
    "ExemptBandStatement",
    .object([.required("date", .date), .required("turnoverBefore", amount)]))

  static let kbliEntry = Shape.component(
    "KBLI", .object([.required("code", .text(.kbli)), .required("version", .oneOf(KBLI.Edition.self))]))
  static let kbliShape = Shape.array(of: .anyOf([.text(.kbli), kbliEntry]), min: 1, max: 50)
}
