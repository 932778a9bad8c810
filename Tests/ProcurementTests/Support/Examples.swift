import Authentication
import EOrderRules
import Files
import Foundation
import StrictJSON
import Testing

@testable import Procurement

extension PasswordPolicy {
  static let forTests = try! PasswordPolicy()
}

extension PasswordHasher {
  static let forTests = PasswordHasher(pepper: Array(repeating: 7, count: 32))
}

extension StoredFile {
  /// A PDF of a few bytes, each time another.
  static func example(_ now: Date) throws -> StoredFile {
    try StoredFile(Array("%PDF-1.4 \(UUID().uuidString) %%EOF".utf8), at: now)
  }
}

extension Answer {
  var json: JSONValue {
    get throws { try JSONValue(parsing: body) }
  }
}

/// Random digits that do not begin with 0.
func digits(_ count: Int) -> String {
  String(Int.random(in: 1...9)) + (1..<count).map { _ in String(Int.random(in: 0...9)) }.joined()
}

/// Bodies of registrations and products without a fault.
enum Registration {
  static func body(_ changes: JSONValue = [:]) -> JSONValue {
    let whole: JSONValue = [
      "legalForm": "cv", "businessName": "Toko Uji", "ownerName": "Siti Rahmawati",
      "ownerNik": "1371014505900001",
      "nib": .string(digits(13)), "npwp": .string("0" + digits(15)), "size": "micro", "capital": 500_000_000,
      "yearlySales": 1_000_000_000, "kbli": ["47611"], "vatRegistered": false, "finalTaxLetter": nil,
      "email": .string("\(UUID().uuidString.lowercased())@toko.example"),
      "phone": .string("+628" + digits(10)),
      "address": ["street": "Jalan Uji 1", "regionCode": "13.71"],
      "bank": ["code": "002", "accountNumber": "123456789012", "accountName": "TOKO UJI"],
      "password": "Merpati-1928-terbang",
    ]
    return whole.merging(changes)
  }

  static func product(_ changes: JSONValue = [:]) -> JSONValue {
    let whole: JSONValue = [
      "name": "Pulpen gel", "description": "Tinta hitam.", "category": "stationery", "unitOfMeasure": "buah",
      "price": 100_000, "priceIncludesVat": false, "taxClass": "goods", "sku": .string(digits(8)),
    ]
    return whole.merging(changes)
  }
}

extension TestProvince {
  /// A product of a vendor in the public catalogue.
  @discardableResult
  func listedProduct(of owner: Caller, _ changes: JSONValue = [:]) async throws -> UUID {
    let created = try await CreateProduct(body: Registration.product(changes))(owner, Write(), lease).json
    let id = try #require(created["id"]?.uuid)
    _ = try await TransitionProduct(id, .submit, body: [:])(owner, Write(), lease)
    let verifier = try await official(.verifier)
    _ = try await TransitionProduct(id, .list, body: [:])(verifier, Write(), lease)
    return id
  }
}

/// Expects a refusal and gives the pointers and codes of its errors.
func refusals(_ work: () async throws -> Void) async throws -> [String: String] {
  do {
    try await work()
  } catch Refusal.invalid(let errors) {
    return errors.byPointer
  } catch Refusal.alreadyRegistered(let errors) {
    return errors.byPointer
  }
  Issue.record("nothing was refused")
  return [:]
}

extension [FieldError] {
  var byPointer: [String: String] {
    Dictionary(map { ($0.pointer, $0.code.text) }) { first, _ in first }
  }
}

extension Shape {
  /// What an answer does not keep of what is published.
  func faults(_ value: JSONValue) -> [String] {
    validate(value).errors.map { "\($0.pointer) \($0.code.text)" }
  }
}

extension SecondFactor {
  static let forTests = SecondFactor(SeedKey(Array(repeating: 9, count: 32), realm: "uji"))
}
