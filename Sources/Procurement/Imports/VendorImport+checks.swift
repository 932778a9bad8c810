import AuditLog
import EOrderRules
import Foundation
import Postgres
import StrictJSON

extension VendorImport {
  /// What single cells cannot tell: half a letter, a wrong size, somebody else's number, a vendor that may
  /// no longer be changed from outside.
  func check(_ known: [String: VendorRow], _ claims: [IdentityClaim], into errors: inout ImportErrors) {
    let claims = Dictionary(grouping: claims, by: \.value)
    for (row, profile) in profiles.enumerated() {
      let number = table.numbers[row]
      for (one, other) in Self.pairs where table.text(one, row).isEmpty != table.text(other, row).isEmpty {
        errors.add(number, table.text(one, row).isEmpty ? one : other, .required)
      }
      if !table.text("size", row).isEmpty {
        for error in profile.refusals(under: context.rulebook) {
          errors.add(number, "size", error.code, detail: error.detail)
        }
      }
      let stored = known[profile.nib]
      let held = [profile.npwp?.description, profile.email, profile.phone].compactMap { $0 }
      let mine = held.flatMap { claims[$0] ?? [] }
      for error in mine.refusals(of: profile, vendor: stored?.id) {
        errors.add(number, String(error.pointer.dropFirst()), error.code, detail: error.detail)
      }
      if let stored, stored.profile != told(row, stored), !stored.state.isEditable {
        errors.add(number, "nib", .alreadyRegistered, detail: Self.notEditable)
      }
    }
    for column in ["email", "phone"] { table.checkRepeats(column, table[column], into: &errors) }
    // In fifteen digits or in sixteen, it is one taxpayer.
    table.checkRepeats("npwp", profiles.map { $0.npwp?.description ?? "" }, into: &errors)
  }

  private static let notEditable = Bilingual(
    id: "Penyedia ini sudah diajukan; hanya penyedia sendiri yang dapat mengubahnya.",
    en: "This vendor has been submitted; only the vendor itself may change it.")

  /// The audit entries of vendors that a file changes.
  func changes(_ ids: [UUID]) -> [AuditEntry] {
    ids.map { context.author.entry("vendor.change", subject: "vendor", id: $0, detail: ["by": "import"]) }
  }
}

extension ImportTable {
  /// An error for each value of a column that stands in an earlier row.
  func checkRepeats(_ column: String, _ values: [String], into errors: inout ImportErrors) {
    var seen: Set<String> = []
    for (row, value) in values.enumerated() where !value.isEmpty && !seen.insert(value).inserted {
      errors.add(numbers[row], column, .alreadyRegistered)
    }
  }

  /// A row as the body that the API takes: `address.street` is the member `street` of `address`.
  func body(_ row: Int, _ columns: [ImportColumn]) -> JSONValue {
    var body: [JSONMember] = []
    for column in columns {
      let text = text(column.name, row)
      if text.isEmpty { continue }
      let path = column.name.split(separator: ".")
      let member = JSONMember(name: String(path[path.count - 1]), value: column.value(of: text))
      guard path.count == 2 else {
        body.append(member)
        continue
      }
      if let index = body.firstIndex(where: { $0.name == path[0] }) {
        body[index].value = body[index].value.merging(.object([member]))
      } else {
        body.append(JSONMember(name: String(path[0]), value: .object([member])))
      }
    }
    return .object(body)
  }
}

extension ImportColumn {
  /// A cell in its normal form as JSON.
  func value(of text: String) -> JSONValue {
    switch content {
    case .value(let shape): shape.reading(text)
    case .list: .array(text.listed.map(JSONValue.string))
    }
  }
}
