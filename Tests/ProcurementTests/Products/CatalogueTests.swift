import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement

/// A shelf of listed products whose names and prices are known.
@Suite struct CatalogueTests {
  private static let shelf: [(name: String, price: Int64)] = [
    ("Kertas A4 80 gram", 58_000), ("Kertas F4 70 gram", 61_000), ("Pulpen gel hitam", 6_500),
    ("Pulpen gel biru", 6_500), ("Map plastik", 3_000), ("Éclair tinta", 75_000), ("penghapus", 2_000),
  ]

  private func filled() async throws -> (TestProvince, Caller) {
    let province = try await TestProvince.make()
    let (_, owner) = try await province.verifiedVendor()
    for (name, price) in Self.shelf {
      try await province.listedProduct(of: owner, ["name": .string(name), "price": .integer(price)])
    }
    return (province, owner)
  }

  private func all(
    _ province: TestProvince, _ filter: ListProducts.Filter, _ visit: Visit? = nil, limit: Int = 2
  ) async throws -> [JSONValue] {
    var items: [JSONValue] = []
    var cursor: Cursor?
    repeat {
      let page = PageRequest(limit: limit, cursor: cursor)
      let json = try await ListProducts(filter, page)(visit ?? province.visit, province.lease).json
      items += json["items"]?.elements ?? []
      cursor = json["nextCursor"]?.text.flatMap { Cursor($0, list: filter.sort.list) }
    } while cursor != nil
    return items
  }

  @Test func `every order pages by its own key`() async throws {
    let (province, _) = try await filled()
    let prices = Self.shelf.map(\.price).sorted()
    let byPrice = try await all(province, .init(sort: .price))
    #expect(byPrice.compactMap { $0["price"]?.int64 } == prices)
    let falling = try await all(province, .init(sort: .priceDescending))
    #expect(falling.compactMap { $0["price"]?.int64 } == prices.reversed())
    let byName = try await all(province, .init(sort: .name)).map { $0.string("name") }
    #expect(byName == Self.shelf.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let newest = try await all(province, .init(sort: .newest))
    #expect(Set(newest.map { $0.string("id") }).count == Self.shelf.count)
    for item in newest { #expect(CatalogueItem.answer.faults(item) == []) }
  }

  @Test(arguments: [
    ("kertas", 2), ("KERTAS a4", 1), ("kertaz", 2), ("pulpn", 2), ("qqxxzzjjkk", 0), ("%", 0), ("'; drop", 0),
    ("()&|!:*", 0), ("\\", 0), ("☃", 0), ("-kertas tinta", 5),
  ])
  func `words are found and slips forgiven`(words: String, count: Int) async throws {
    let (province, _) = try await filled()
    var filter = ListProducts.Filter(sort: .relevance)
    filter.words = words
    #expect(try await all(province, filter, limit: 1).count == count)
    filter.sort = .price
    #expect(try await all(province, filter, limit: 1).count == count)
  }

  @Test(arguments: [
    ("kertsa", "Kertas A4 80 gram"), ("ketas", "Kertas A4 80 gram"), ("krtas", "Kertas A4 80 gram"),
    ("pupen", "Pulpen gel hitam"), ("prnter", "Printer laser A4"), ("laptpo", "Laptop 14 inci"),
    ("LAPTPO", "Laptop 14 inci"), ("printre laser", "Printer laser A4"),
  ])
  func `one slip in a short word is forgiven`(words: String, name: String) async throws {
    let province = try await TestProvince.make()
    let (_, owner) = try await province.verifiedVendor()
    for name in ["Kertas A4 80 gram", "Pulpen gel hitam", "Printer laser A4", "Laptop 14 inci", "Sapu ijuk"] {
      try await province.listedProduct(of: owner, ["name": .string(name)])
    }
    var filter = ListProducts.Filter(sort: .relevance)
    filter.words = words
    let found = try await all(province, filter).map { $0.string("name") }
    #expect(found.first == name && !found.contains("Sapu ijuk"))
  }

  @Test(.timeLimit(.minutes(2)))
  func `words are quick among twenty thousand`() async throws {
    let province = try await TestProvince.make()
    let (_, owner) = try await province.verifiedVendor()
    let one = try await province.listedProduct(of: owner)
    let names = [
      "Kertas HVS", "Pulpen gel", "Printer laser", "Laptop", "Meja kerja", "Kursi rapat", "Spidol",
    ]
    for part in 0..<10 {
      try await province.lease.transaction {
        $0.enqueue(
          """
          INSERT INTO product (id, vendor_id, vendor_name, state, name, description, category, unit_of_measure, price,
            price_includes_vat, tax_class, vendor_verified, region_code, created_at, updated_at)
          SELECT gen_random_uuid(), p.vendor_id, p.vendor_name, p.state,
                 (\(SQLArray(names)))[1 + n % 7] || ' merek ' || md5(n::text), p.description, p.category,
                 p.unit_of_measure, p.price, false, p.tax_class, true, p.region_code, p.created_at, p.updated_at
          FROM product p, generate_series(\(part * 2000 + 1), \(part * 2000 + 2000)) n WHERE p.id = \(one)
          """)
      }
    }
    for words in ["spidol", "kertsa", "qqxxzzjjkk"] {
      var filter = ListProducts.Filter(sort: .relevance)
      filter.words = words
      let list = ListProducts(filter, PageRequest(limit: 20, cursor: nil))
      _ = try await list.rows(province.visit, province.lease)
      let started = ContinuousClock.now
      let found = try await list.rows(province.visit, province.lease)
      // Milliseconds by themselves; the bound only tells them from looking at every product, on a busy machine.
      #expect(ContinuousClock.now - started < .seconds(30), "\(words)")
      #expect(found.isEmpty == (words == "qqxxzzjjkk"))
    }
  }

  @Test func `a page is narrowed by category, region and price`() async throws {
    let (province, owner) = try await filled()
    func narrowed(_ change: (inout ListProducts.Filter) -> Void) async throws -> Int {
      var filter = ListProducts.Filter()
      change(&filter)
      let items = try await all(province, filter)
      return items.count
    }
    let vendor = owner.actor.vendorID
    let changes: [(change: (inout ListProducts.Filter) -> Void, count: Int)] = [
      ({ $0.category = "stationery" }, 7), ({ $0.category = "paper" }, 0), ({ $0.region = "13" }, 7),
      ({ $0.region = "13.7" }, 0), ({ $0.region = "13.71" }, 7), ({ $0.minimumPrice = 58_000 }, 3),
      ({ $0.maximumPrice = 6_500 }, 4), ({ $0.vendorID = vendor }, 7), ({ $0.state = .draft }, 0),
    ]
    for (index, (change, count)) in changes.enumerated() {
      let found = try await narrowed(change)
      #expect(found == count, "\(index)")
    }
  }

  @Test func `drafts are seen by their vendor and by verifiers`() async throws {
    let (province, owner) = try await filled()
    _ = try await CreateProduct(body: Registration.product(["name": "Rancangan"]))(
      owner, Write(), province.lease)
    let verifier = try await province.official(.verifier)
    let buyer = try await province.official(.procurementOfficer)
    let (_, rival) = try await province.vendor()
    var drafts = ListProducts.Filter()
    drafts.state = .draft
    for (caller, count) in [(owner, 1), (verifier, 1), (buyer, 0), (rival, 0)] {
      #expect(try await all(province, drafts, caller.visit).count == count)
    }
    for (caller, count) in [(owner, 8), (verifier, 8), (buyer, 7), (rival, 7)] {
      #expect(try await all(province, .init(), caller.visit).count == count)
    }
    var words = ListProducts.Filter(sort: .relevance)
    words.words = "rancangan"
    #expect(try await all(province, words, verifier.visit).count == 1)
    #expect(try await all(province, words).isEmpty)
  }
}
