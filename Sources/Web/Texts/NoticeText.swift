import EOrderRules
import Procurement
import StrictJSON

/// The sentence of a notice.
struct NoticeText: Phrase {
  let kind: NoticeKind
  private let detail: JSONValue

  init(of notice: NoticeRow) { self.init(notice.kind, notice.detail) }

  init(_ kind: NoticeKind, _ detail: JSONValue) {
    self.kind = kind
    self.detail = detail
  }

  /// The sentence and, where somebody gave one, the reason behind it.
  func sentence(in language: Language) -> String {
    guard let reason = self["reason"] else { return language(self) }
    return language(self) + " " + language(NoticePart.reason(reason))
  }

  /// What the sentence names; nil where the notice does not carry it.
  subscript(_ name: String) -> String? {
    if let text = detail[name]?.text { return text }
    return detail[name]?.int64.map(String.init)
  }

  /// Whether the notice says that something is so.
  func says(_ name: String) -> Bool { detail[name]?.bool == true }

  /// The order's value, written as the language writes it.
  func gross(in language: Language) -> String { money("gross", language) }

  /// An amount, written as the language writes it.
  func money(_ name: String, _ language: Language) -> String {
    detail[name]?.int64.map { language.money(Rupiah($0)) } ?? "–"
  }

  /// The last day that the notice names, in words.
  func until(in language: Language) -> String? {
    self["until"].map { day in Day(day).map(language.day) ?? day }
  }

  var number: String? { self["number"] }
  /// The code of a flag.
  var code: String { self["code"] ?? "–" }
  var vendor: String { self["vendorName"] ?? "–" }
}

/// Pieces of sentences.
enum NoticePart: Phrase {
  case reason(String)
}
