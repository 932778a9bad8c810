import EOrderRules
import Foundation
import StrictJSON
import Testing

@testable import Procurement
@testable import Tenancy

@Suite struct RuleDifferenceTests {
  private func shipped() throws -> TenantFile {
    try TenantFile(at: TestProvince.root.appending(path: "Tenants/sumbar/tenant.yaml").path)
  }

  @Test(arguments: ["dki", "sumbar", "gorontalo"])
  func aFileWrittenAnewSaysTheSame(slug: String) throws {
    let file = try TenantFile(at: TestProvince.root.appending(path: "Tenants/\(slug)/tenant.yaml").path)
    let again = try TenantFile(file.settings.file(), national: file.national)
    #expect(again.settings == file.settings)
    #expect(RuleDifference.all(from: file.settings, to: again.settings).isEmpty)
  }

  @Test func whatIsSetAndTakenAwayIsTold() throws {
    let file = try shipped()
    let bytes = file.settings.file(changing: [
      "order.cap_gross": 40_000_000, "timer.pay_wd": nil,
      "units": ["5.02": ["order": ["cap_gross": 20_000_000]]],
    ])
    let changed = try TenantFile(bytes, national: file.national).settings
    #expect(
      RuleDifference.all(from: file.settings, to: changed) == [
        RuleDifference(key: "order.cap_gross", unit: nil, before: 50_000_000, after: 40_000_000),
        RuleDifference(key: "timer.pay_wd", unit: nil, before: 5, after: 3),
        RuleDifference(key: "order.cap_gross", unit: "5.02", before: nil, after: 20_000_000),
      ])
  }

  @Test func whatNamesAVersionIsNoChange() throws {
    let settings = try shipped().settings
    #expect(RuleDifference.all(from: settings, to: settings.setting("version", to: "x")).isEmpty)
  }
}
