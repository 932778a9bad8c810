import EOrderRules
import Testing

@Suite struct SplittingTests {
  private func other(_ gross: Rupiah, _ edit: (inout RecentOrder) -> Void = { _ in }) -> RecentOrder {
    var order = RecentOrder(
      id: "o1", number: "00001/EO/A/II/2027", date: "2027-02-20", packageId: "k9", unitId: "u9",
      account: "5.1.02.01.01.0024", categories: ["stationery"], vendorId: "v9", gross: gross,
      itemNames: ["lampu"], needDate: "2027-02-25")
    edit(&order)
    return order
  }

  private func codes(
    _ others: [RecentOrder], category: String = "stationery", gross: Int64 = 20_000_000
  ) throws -> [ViolationCode] {
    var facts = OrderFacts.example(gross)
    facts.lines[0].category = category
    facts.recentOrders = others
    return try decide(facts, .example()).violations.map(\.code)
  }

  @Test func `the orders of a package stay within the limit`() throws {
    #expect(try codes([other(30_000_000) { $0.packageId = "k1" }]) == [])
    #expect(try codes([other(30_000_001) { $0.packageId = "k1" }]) == [.splitPackage])
    #expect(
      try codes([
        other(30_000_001) {
          $0.packageId = "k1"
          $0.date = "2026-01-01"
        }
      ]) == [.splitPackage])
  }

  @Test func `similar orders of a unit are held within the window`() throws {
    func similar(_ edit: @escaping (inout RecentOrder) -> Void) -> [RecentOrder] {
      [
        other(30_000_001) {
          $0.unitId = "u1"
          $0.itemNames = ["Kertas F4 70 gram"]
          edit(&$0)
        }
      ]
    }
    #expect(try codes(similar { $0.itemNames = ["kertas F4"] }) == [.splitCategory])
    #expect(try codes(similar { $0.itemNames = ["lampu"] }) == [])
    #expect(
      try codes(
        similar {
          $0.itemNames = ["lampu"]
          $0.needDate = "2027-03-05"
        }) == [.splitCategory])
    #expect(
      try codes(
        similar {
          $0.itemNames = ["kertas F4"]
          $0.account = "other"
        }) == [])
    #expect(
      try codes(
        similar {
          $0.itemNames = ["kertas F4"]
          $0.categories = ["paper"]
        }) == [])
    #expect(
      try codes(
        similar {
          $0.itemNames = ["kertas F4"]
          $0.date = "2027-01-30"
        }) == [.splitCategory])
    #expect(
      try codes(
        similar {
          $0.itemNames = ["kertas F4"]
          $0.date = "2027-01-29"
        }) == [])
  }

  @Test func `meals are compared within one day only`() throws {
    func meals(_ needDate: Day) -> [RecentOrder] {
      [
        other(30_000_001) {
          $0.unitId = "u1"
          $0.categories = ["meals"]
          $0.itemNames = ["kertas F4"]
          $0.needDate = needDate
        }
      ]
    }
    #expect(try codes(meals("2027-03-04"), category: "meals") == [])
    #expect(try codes(meals("2027-03-05"), category: "meals") == [.splitCategory])
  }

  @Test func `orders from one vendor are held within days`() throws {
    func vendor(_ date: Day) -> [RecentOrder] {
      [
        other(30_000_001) {
          $0.unitId = "u1"
          $0.vendorId = "v1"
          $0.categories = ["paper"]
          $0.date = date
        }
      ]
    }
    #expect(try codes(vendor("2027-02-22")) == [.splitVendor])
    #expect(try codes(vendor("2027-02-21")) == [])
  }

  @Test func `an order alone is no split`() throws {
    let facts = OrderFacts.example(40_000_000)
    #expect(try decide(facts, .example(["split.limit": 39_999_999])).violations.isEmpty)
  }

  @Test func `the likeness is told also where the days are the same`() throws {
    var facts = OrderFacts.example(20_000_000)
    facts.itemNames = ["lampu", "kertas F4"]
    facts.recentOrders = [
      other(30_000_001) {
        $0.unitId = "u1"
        $0.needDate = "2027-03-05"
        $0.itemNames = ["kertas F4", "tinta"]
      }
    ]
    let found = try #require(try decide(facts, .example()).violations.first)
    #expect(found.code == .splitCategory)
    #expect(found.explanation["similarity"] == "1.000")
  }

  @Test func `the likeness told is the highest, not the first that suffices`() throws {
    var facts = OrderFacts.example(20_000_000)
    facts.recentOrders = [
      other(30_000_001) {
        $0.unitId = "u1"
        $0.itemNames = ["kertas F4 70 gram putih", "kertas F4 70", "kertas F4"]
      }
    ]
    #expect(try decide(facts, .example()).violations.first?.explanation["similarity"] == "1.000")
  }

  @Test func `many long names are compared quickly`() throws {
    var facts = OrderFacts.example(1_000_000)
    let words = (0..<60).map { "barang nomor \($0) " + String(repeating: "kata\($0) ", count: 25) }
    facts.itemNames = words
    facts.recentOrders = (0..<200).map { index in
      other(1_000_000) {
        $0.id = "o\(index)"
        $0.unitId = "u1"
        $0.itemNames = words.map { $0.replacing("kata", with: "lain\(index)") }
      }
    }
    let started = ContinuousClock.now
    let found = try decide(facts, .example()).violations.map(\.code)
    #expect(found == [])
    #expect(ContinuousClock.now - started < .seconds(20))
  }

  @Test(arguments: [("lampu LED", "Lampu-led", "1.000"), ("kertas", "kertas", "1.000"), ("é", "e", "0.000")])
  func `names are compared as PostgreSQL does`(one: String, two: String, likeness: String) throws {
    var facts = OrderFacts.example(20_000_000)
    facts.itemNames = [one]
    facts.recentOrders = [
      other(30_000_001) {
        $0.unitId = "u1"
        $0.needDate = "2027-03-05"
        $0.itemNames = [two]
      }
    ]
    #expect(try decide(facts, .example()).violations[0].explanation["similarity"] == .string(likeness))
  }

  @Test func `the explanation names the orders, the sum and the limit`() throws {
    var facts = OrderFacts.example(20_000_000)
    facts.recentOrders = [other(35_000_000) { $0.packageId = "k1" }]
    let found = try #require(try decide(facts, .example()).violations.first)
    #expect(found.severity == .block)
    #expect(found.explanation["sum"] == 55_000_000)
    #expect(found.explanation["limit"] == 50_000_000)
    #expect(found.explanation["orders"]?.list?.first?["gross"] == 35_000_000)
    #expect(found.explanation["orders"]?.list?.first?["no"] == "00001/EO/A/II/2027")
  }
}
