import EOrderRules
import Foundation
import Testing

@testable import Procurement

@Suite struct NationalDirectoryTests {
  private let shipped = NationalDirectory(
    folder: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Tenants/national"))

  @Test func regionsHaveNames() {
    let own = shipped.regions(ofProvince: "13")
    #expect(own.count == 19 && own.contains { $0.name == "Kota Padang" })
    #expect(shipped.regionName("13.71.03") == "Kota Padang")
    #expect(shipped.regionName("99.01") == nil)
    #expect(shipped.regions(ofProvince: "14").map(\.code) == ["14"])
    #expect(shipped.provinces.count == 38)
  }

  @Test func everyCodeIsOne() {
    #expect(shipped.regions.allSatisfy { RegionCode($0.code) != nil })
    #expect(shipped.businesses.allSatisfy { KBLI($0.code) != nil && !$0.english.isEmpty })
    #expect(shipped.banks.allSatisfy { $0.code.count == 3 && Int($0.code) != nil })
    for list in [shipped.regions, shipped.businesses, shipped.banks] {
      #expect(!list.isEmpty && Set(list.map(\.code)).count == list.count)
    }
  }

  @Test func businessesAreFoundByWords() {
    #expect(shipped.businesses(for: "katering").map(\.code) == ["56210", "56290"])
    #expect(shipped.businesses(for: "Alat TULIS").map(\.code).contains("47611"))
    #expect(shipped.businesses(for: "fotokop").map(\.code).contains("82190"))
    #expect(shipped.businesses(for: "   ").isEmpty && shipped.businesses(for: "zzz").isEmpty)
  }

  @Test func aListThatIsNotThereIsEmpty() {
    let none = NationalDirectory(folder: URL(filePath: "/nowhere"))
    #expect(none.regions.isEmpty && none.banks.isEmpty && none.businesses(for: "kue").isEmpty)
  }
}
