import EOrderRules
import Foundation
import Procurement
import StrictJSON

/// One vendor of the year, in one of the situations that decide on taxes (domain.md §3.2).
struct YearVendor: Sendable {
  let number: Int
  let category: Category
  let frame: YearFrame
  let rulebook: Rulebook

  private struct Situation {
    let form: LegalForm
    var isVat = false
    var hasNPWP = true
    var letter: Bool = false
    /// What it says it turned over before, where it is in the exempt band.
    var turnover: Int64?
  }

  private static let situations: [Situation] = [
    .init(form: .individual, letter: true, turnover: 60_000_000), .init(form: .cv, isVat: true),
    .init(form: .individual, letter: true, turnover: 497_000_000), .init(form: .cv),
    .init(form: .individual), .init(form: .onePersonCompany, letter: true),
    .init(form: .cooperative, letter: true),
    .init(form: .pt, isVat: true), .init(form: .individual, hasNPWP: false), .init(form: .pt, letter: true),
  ]

  private var situation: Situation { Self.situations[number % Self.situations.count] }
  var nib: String { Self.nib(number) }

  /// The one that shares its telephone with an official.
  static let kin = 9_993
  static var kinNIB: String { nib(kin) }
  static func nib(_ number: Int) -> String { "98" + yearPadded(number, 11) }
  static func phone(_ number: Int) -> String { "+62877" + yearPadded(number, 8) }
  var isSmall: Bool { situation.form == .pt || situation.isVat }

  /// Whether it says anew each January what it has turned over.
  var declares: Bool { situation.turnover != nil }

  var email: String { "usaha\(number)@\(frame.slug)-pasar.example" }

  /// The body of a registration, but for the password.
  var registration: JSONValue {
    var random = YearRandom(frame.seed, frame.slug, "vendor", "\(number)")
    let owner = YearTables.name(&random)
    let business = "\(isSmall ? "Usaha" : "Toko") \(owner.split(separator: " ").last ?? "") \(number)"
    let code = rulebook.tenant.code
    let nik =
      "\(code)7101" + yearPadded(random.int(1...28), 2) + yearPadded(random.int(1...12), 2)
      + "\(random.int(60...98))" + yearPadded(number + 1, 4)
    let start = frame.days[0]
    return [
      "nib": .string(nib), "legalForm": .string(situation.form.rawValue), "businessName": .string(business),
      "ownerName": .string(owner), "ownerNik": .string(nik),
      "npwp": situation.hasNPWP ? .string("0" + yearPadded(number + 10, 9) + random.digits(6)) : .null,
      "size": .string(isSmall ? "small" : "micro"),
      "capital": .integer(isSmall ? 1_500_000_000 : 120_000_000),
      "yearlySales": .integer(isSmall ? 3_000_000_000 : 600_000_000),
      "kbli": .array([.string(category.kbli.first?.code ?? "47611")]),
      "vatRegistered": .bool(situation.isVat),
      "finalTaxLetter": situation.letter
        ? ["number": .string("KET-\(number)/PP"), "validUntil": JSONValue(start.adding(days: 700))] : .null,
      "exemptBandStatement": situation.turnover.map {
        ["date": JSONValue(start.adding(days: -10)), "turnoverBefore": .integer($0)]
      } ?? .null,
      "email": .string(email),
      "phone": .string(Self.phone(number)),
      "address": ["street": .string("Jalan Pasar \(number)"), "regionCode": .string("\(code).71")],
      "bank": [
        "code": .string("002"), "accountNumber": .string("7" + yearPadded(number, 11)),
        "accountName": .string(owner.uppercased()),
      ],
    ]
  }
}
