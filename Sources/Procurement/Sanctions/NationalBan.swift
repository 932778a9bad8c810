import AuditLog
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// A vendor of the province comes onto the national blacklist, or stays on it longer (`SANCTION_LIST`).
struct NationalBan {
  private let term: BlacklistTerm
  private let vendor: VendorRow
  private let act: String?

  init(_ term: BlacklistTerm, of vendor: VendorRow, act: String?) {
    self.term = term
    self.vendor = vendor
    self.act = act
  }

  /// Whether the term changes anything: a vendor that was never verified is stopped when it would be.
  var isNews: Bool {
    switch vendor.state {
    case .verified, .suspended: true
    case .blacklisted: vendor.until.map { $0 < term.until } ?? true
    default: false
    }
  }

  /// The change with its facts; running orders stay as they are.
  func writes(by author: Author, under rulebook: Rulebook) -> [SQL] {
    let reason = act.map { "Daftar Hitam Nasional: \($0)" } ?? "Daftar Hitam Nasional"
    let fact = VendorFact(
      .blacklist, of: vendor.id, from: vendor.state, to: .blacklisted, reason: reason, by: author,
      more: [
        JSONMember(name: "decree", value: .string(term.decree)),
        JSONMember(name: "until", value: JSONValue(term.until)),
      ])
    let change = VendorStateChange(
      vendor, to: .blacklisted, reason: reason, decree: term.decree, until: term.until)
    let sanction = VendorSanction(
      .blacklist, .national, of: vendor.id, decree: term.decree, act: act, reason: nil, from: term.from,
      until: term.until, by: author.userID, entry: fact.entry.id, at: author.now)
    return [fact].insertions(at: author.now) + change.writes(at: author.now, under: rulebook)
      + [sanction.insertion] + change.notices(.blacklist, at: author.now)
  }
}
