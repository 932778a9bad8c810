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

    init(row: inout Row) throws {
      (id, vendor, category) = (try row.next(), try row.next(), try row.next())
      (name, unitOfMeasure, price) = (try row.next(), try row.next(), try row.next())
      includesVat = try row.next()
      minimum = try row.next(Int64?.self) ?? 1
      stock = try row.next(Int64?.self) ?? .max
    }

    /// A product like this one, under another id and at another price.
    func copy(id: UUID, price: Int64) -> Item { Item(self, id: id, price: price) }

    private init(_ other: Item, id: UUID, price: Int64) {
      (self.id, vendor, category, name) = (id, other.vendor, other.category, other.name)
      (unitOfMeasure, self.price, includesVat) = (other.unitOfMeasure, price, other.includesVat)
      (minimum, stock) = (1, .max)
    }
  }

  struct Shop: Sendable {
    let id: UUID
    let owner: Actor
    let isVat: Bool
  }

  /// A vendor and how much of what is bought there.
  struct Basket: Sendable {
    let shop: Shop
    let lines: [(item: Item, quantity: Int64)]
  }

  private(set) var shops: [UUID: Shop] = [:]
  private var items: [String: [Item]] = [:]
  private var closed: Set<UUID> = []
  /// Products that only planted orders buy, by their key.
  var planted: [String: Item] = [:]

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
      "SELECT id, vat_registered FROM vendor WHERE state = 'verified' ORDER BY nib",
      """
      SELECT p.id, p.vendor_id, p.category, p.name, p.unit_of_measure, p.price, p.price_includes_vat,
             p.minimum_quantity, p.stock
      FROM product p JOIN vendor v ON v.id = p.vendor_id
      WHERE p.state = 'listed' AND v.state = 'verified' ORDER BY v.nib, p.sku
      """,
    ])
    vendors = []
    for (id, isVat) in try results[0].rows(as: (UUID, Bool).self) {
      guard let owner = owners[id] else { continue }
      vendors.append(id)
      shops[id] = Shop(id: id, owner: owner, isVat: isVat)
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

  /// What an order of a story buys; nil where nobody sells it now.
  func basket(_ story: YearStory, _ random: inout YearRandom, seed: UInt64) -> Basket? {
    if let key = story.product {
      return planted[key].flatMap { basket([$0], story) }
    }
    let all = items(of: story.category)
    var vendors: [UUID] = []
    for item in all where !vendors.contains(item.vendor) { vendors.append(item.vendor) }
    guard !vendors.isEmpty else { return nil }
    var chooser = story.vendorKey.map { YearRandom(seed, "vendor", $0) } ?? random
    // A vendor that sells too little at once is passed over.
    for _ in 0..<6 {
      let vendor = chooser.pick(vendors)
      let own = all.filter { $0.vendor == vendor && $0.price * $0.minimum <= story.target }
      // Orders of one pattern buy the same.
      let chosen = Array(own.shuffled(using: &chooser).prefix(chooser.int(1...3)))
      if let basket = basket(chosen, story) {
        if story.vendorKey == nil { random = chooser }
        return basket
      }
    }
    return smallest(all)
  }

  /// Where everybody sells in lots that are too large, the cheapest lot.
  private func smallest(_ all: [Item]) -> Basket? {
    let sold = all.filter { $0.minimum <= $0.stock }
    guard let item = sold.min(by: { $0.price * $0.minimum < $1.price * $1.minimum }),
      let shop = shops[item.vendor]
    else { return nil }
    return Basket(shop: shop, lines: [(item: item, quantity: item.minimum)])
  }

  private func basket(_ chosen: [Item], _ story: YearStory) -> Basket? {
    guard let vendor = chosen.first?.vendor, let shop = shops[vendor] else { return nil }
    var left = story.target
    var bought: [(item: Item, quantity: Int64)] = []
    for (place, item) in chosen.enumerated() {
      let share = left / Int64(chosen.count - place)
      let gross = shop.isVat && !item.includesVat ? item.price + item.price * 11 / 100 : item.price
      let quantity = min(max(share / max(1, gross), 0), item.stock, 100_000)
      guard quantity >= max(1, item.minimum) else { continue }
      bought.append((item: item, quantity: quantity))
      left -= quantity * gross
    }
    return bought.isEmpty ? nil : Basket(shop: shop, lines: bought)
  }
}
