import AuditLog
import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// What becomes of a product whose content is written anew.
struct ProductChange {
  let row: ProductRow
  let content: ProductContent
  /// The members that differ.
  let members: [String]
  /// The state afterwards.
  let state: ProductState

  init(of row: ProductRow, to content: ProductContent, under rulebook: Rulebook) {
    self.row = row
    self.content = content
    members = row.content.json.changes(to: content.json)
    // Many small steps are one large one: what a verifier has looked at counts too.
    // So does another article under the looked-at one's name and standard price.
    let mustBeLookedAt =
      !Self.article.isDisjoint(with: members)
      || content.priceIncludesVat != row.content.priceIncludesVat || content.isLuxury != row.content.isLuxury
      || [row.content.price, row.curatedPrice ?? row.content.price].contains {
        needsCuration(price: $0, changedTo: content.price, share: rulebook.splitting.priceChange)
      }
    state = row.state == .listed && mustBeLookedAt ? .inCuration : row.state
  }

  /// The members that say what the product is.
  private static let article: Set<String> = ["name", "category", "unitOfMeasure", "taxClass"]

  private var changesPrice: Bool { members.contains("price") || state != row.state }

  /// The fact of a new price; nil where only words changed.
  func fact(by author: Author) -> ProductFact? {
    guard changesPrice else { return nil }
    return ProductFact(
      ProductFact.priceChange, of: row.id, from: row.state, to: state, price: content.price, by: author,
      more: [changed])
  }

  /// The audit entry of a change that leaves price and state as they are.
  func entry(by author: Author) -> AuditEntry? {
    if changesPrice { return nil }
    return author.entry("product.change", subject: "product", id: row.id, detail: .object([changed]))
  }

  private var changed: JSONMember {
    JSONMember(name: "changed", value: .array(members.map(JSONValue.string)))
  }
}
