import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON

/// What is for sale in a province at one time of the year, and who sells it.
struct YearMarket: Sendable {
  struct Item: RowDecodable, Sendable {
    let id: UUID
    let vendor: UUID
    let category: String
    let name: String
    let unitOfMeasure: String
    var price: Int64
    let includesVat: Bool
    let minimum: Int64
    let stock: Int64
    let taxClass: String

    init(row: inout Row) throws {
      (id, vendor, category) = (try row.next(), try row.next(), try row.next())
      (name, unitOfMeasure, price) = (try row.next(), try row.next(), try row.next())
      includesVat = try row.next()
      minimum = try row.next(Int64?.self) ?? 1
      stock = try row.next(Int64?.self) ?? .max
      taxClass = try row.next()
    }

    /// A product like this one, under another id, of another vendor and at another price.
    func copy(id: UUID, vendor: UUID, price: Int64) -> Item {
      Item(self, id: id, vendor: vendor, price: price)
    }

    private init(_ other: Item, id: UUID, vendor: UUID, price: Int64) {
      (self.id, self.vendor, category, name) = (id, vendor, other.category, other.name)
      (unitOfMeasure, self.price, includesVat) = (other.unitOfMeasure, price, other.includesVat)
      (minimum, stock, taxClass) = (1, .max, other.taxClass)
    }
  }

  struct Shop: Sendable {
    let id: UUID
    let nib: String
    let owner: Actor
    let isVat: Bool
    /// Whether its taxes are those of its class and nothing more has to be known of it.
    let isPlain: Bool
  }

  /// A vendor and how much of what is bought there.
  struct Basket: Sendable {
    let shop: Shop
    let lines: [(item: Item, quantity: Int64)]
  }

  private(set) var shops: [UUID: Shop] = [:]
  /// The vendor that shares particulars with an official.
  var kin: Shop? { shops.values.first { $0.nib == YearVendor.kinNIB } }
  private var items: [String: [Item]] = [:]
  private(set) var closed: Set<UUID> = []
  /// Products that only planted orders buy, by what names them.
  private(set) var planted: [String: Item] = [:]

  /// The product of a pattern, which the number of the order in it does not change.
  subscript(planted key: String) -> Item? {
    get { planted[Self.name(key)] }
    set { planted[Self.name(key)] = newValue }
  }

  private static func name(_ key: String) -> String {
    key.hasPrefix("PRC2") ? key.split(separator: "/").prefix(2).joined(separator: "/") : key
  }

  var categories: Set<String> { Set(items.keys) }
  /// In an order that does not depend on ids.
  private(set) var vendors: [UUID] = []

  mutating func read(_ lease: borrowing some Lease & ~Copyable, _ people: [Actor]) async throws {
    let owners = Dictionary(
      people.filter { $0.roles.contains(.vendorOwner) }.compactMap { owner in
        owner.vendorID.map { ($0, owner) }
      }
    ) { first, _ in first }
    let results = try await lease.pipeline([
      """
      SELECT id, nib, vat_registered, NOT vat_registered AND npwp IS NOT NULL AND final_tax_letter_number IS NULL
      FROM vendor WHERE state = 'verified' ORDER BY nib
      """,
      """
      SELECT p.id, p.vendor_id, p.category, p.name, p.unit_of_measure, p.price, p.price_includes_vat,
             p.minimum_quantity, p.stock, p.tax_class
      FROM product p JOIN vendor v ON v.id = p.vendor_id
      WHERE p.state = 'listed' AND v.state = 'verified' ORDER BY v.nib, p.sku
      """,
    ])
    vendors = []
    for (id, nib, isVat, isPlain) in try results[0].rows(as: (UUID, String, Bool, Bool).self) {
      guard let owner = owners[id] else { continue }
      vendors.append(id)
      shops[id] = Shop(id: id, nib: nib, owner: owner, isVat: isVat, isPlain: isPlain)
    }
    let kept = Set(planted.values.map(\.id))
    items = Dictionary(grouping: try results[1].rows(Item.self).filter { !kept.contains($0.id) }) {
      $0.category
    }
  }

  mutating func close(_ vendor: UUID) { closed.insert(vendor) }
  mutating func open(_ vendor: UUID) { closed.remove(vendor) }

  /// The products of a category whose vendors may sell.
  func items(of category: String) -> [Item] {
    (items[category] ?? []).filter { !closed.contains($0.vendor) && shops[$0.vendor] != nil }
  }
}
