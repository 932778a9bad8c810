import EOrderRules
import Foundation
import StrictJSON

/// Keys and values of the rules as people read them.
enum RuleWords {
  /// The part of a key before its first dot.
  static func group(_ key: String) -> String { String(key.prefix { $0 != "." }) }

  /// The groups in the order in which the settings come.
  static func groups(_ settings: [JSONValue]) -> [String] {
    settings.reduce(into: []) { groups, setting in
      let group = group(setting["key"]?.text ?? "")
      if !groups.contains(group) { groups.append(group) }
    }
  }

  /// A key as it stands in the tenant file, its parts set apart.
  static func shown(key: String) -> String { key.split(separator: ".").joined(separator: " › ") }

  /// A value on one line: amounts and counts with their thousands set apart.
  static func shown(_ value: JSONValue?, _ language: Language) -> String {
    guard let value else { return "–" }
    return switch value {
    case .null: "–"
    case .bool(let flag): language(flag ? ShownText.yes : ShownText.no)
    case .integer(let number): language.number(number)
    case .number(let text), .string(let text): text
    case .array(let elements): list(elements, language)
    case .object(let members):
      members.prefix(8).map { "\($0.name): \(shown($0.value, language))" }.joined(separator: "; ")
        + (members.count > 8 ? "; …" : "")
    }
  }

  private static func list(_ elements: [JSONValue], _ language: Language) -> String {
    let texts = elements.prefix(8).map { element in
      element["code"]?.text ?? element["name"]?.text ?? shown(element, language)
    }
    return texts.joined(separator: ", ") + (elements.count > 8 ? " … (\(elements.count))" : "")
  }

  static func name(ofGroup group: String) -> Words {
    switch group {
    case "tenant": Words("Provinsi", "Province")
    case "order": Words("Batas pesanan", "Limits of orders")
    case "direct": Words("Pembelian langsung", "Direct purchases")
    case "compare": Words("Harga pembanding", "Compared prices")
    case "rfo": Words("Permintaan penawaran", "Requests for offers")
    case "catalogue_check": Words("Katalog Elektronik", "National catalogue")
    case "ssh": Words("Standar harga", "Standard prices")
    case "umk", "vendor": Words("Penyedia", "Vendors")
    case "approval", "sod": Words("Persetujuan dan tugas", "Approval and duties")
    case "auth": Words("Masuk", "Signing in")
    case "timer": Words("Tenggat", "Deadlines")
    case "payment": Words("Pembayaran", "Payment")
    case "tax": Words("Pajak", "Taxes")
    case "split": Words("Pemecahan paket", "Splitting")
    case "flags": Words("Tanda bahaya", "Red flags")
    case "categories": Words("Kategori", "Categories")
    case "accounts": Words("Kode rekening", "Accounts")
    case "yearend": Words("Akhir tahun", "Year's end")
    case "numbering": Words("Penomoran", "Numbering")
    case "publish": Words("Publikasi", "Publication")
    case "retention": Words("Penyimpanan", "Retention")
    case "calendar": Words("Kalender", "Calendar")
    case "evidence": Words("Bentuk bukti", "Forms of evidence")
    case "brand": Words("Tampilan", "Brand")
    default: Words(group, group)
    }
  }

  /// Lines such as `order.cap_gross: 40000000` as the settings of a draft; a value is JSON, or else a text.
  static func settings(_ text: String) -> [JSONMember] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard let key = parts.first, !key.isEmpty else { return nil }
      let written = parts.count > 1 ? parts[1] : ""
      return JSONMember(name: key.replacing(" › ", with: "."), value: value(written))
    }
  }

  private static func value(_ text: String) -> JSONValue {
    let digits = TypedMoney.digits(text)
    if let number = Int64(digits) { return .integer(number) }
    return (try? JSONValue(parsing: text.utf8)) ?? .string(text)
  }
}
