import EOrderRules
import StrictJSON
import Testing

@testable import Procurement

@Suite struct VendorProfileTests {
  private func profile(_ changes: JSONValue = [:]) throws -> VendorProfile {
    let (body, errors) = RegisterVendor.shape.validate(Registration.body(changes))
    #expect(errors.isEmpty)
    return VendorProfile(body: body)
  }

  @Test func `what is shown can be sent again`() throws {
    let profile = try profile([
      "finalTaxLetter": ["number": "KET-1", "validUntil": "2027-12-31"],
      "exemptBandStatement": ["date": "2027-01-02", "turnoverBefore": 5],
    ])
    let (body, errors) = VendorProfile.shape.validate(profile.json)
    #expect(errors.isEmpty)
    #expect(VendorProfile(body: body) == profile)
  }

  @Test func `fifteen digits are the same taxpayer`() throws {
    #expect(try profile(["npwp": "012345678901000"]).npwp?.description == "0012345678901000")
  }

  @Test func `a bare line of business means the edition of 2020`() throws {
    let kbli: JSONValue = [
      "47611", ["code": "56210", "version": "2025"], ["code": "47611", "version": "2020"],
    ]
    #expect(try profile(["kbli": kbli]).kbli.map(\.description) == ["47611", "56210@2025"])
  }

  @Test func `only the last four digits are left`() throws {
    let profile = try profile(["npwp": "0012345678901000"])
    let shown = profile.masked.hide(in: profile.json)
    #expect(shown.string("ownerNik") == "************0001")
    #expect(shown.string("npwp") == "************1000")
    #expect(shown["bank"]?.string("accountNumber") == "********9012")
    #expect(shown.changes(to: profile.json) == ["ownerNik", "npwp", "bank"])
  }

  @Test(arguments: [("0012345672201000", true), ("0012345674201000", false)])
  func `a wrong check digit is a warning`(npwp: String, isRight: Bool) throws {
    let warnings = try profile(["npwp": .string(npwp)]).warnings.elements ?? []
    #expect(warnings.isEmpty != isRight || warnings.count == (isRight ? 0 : 1))
  }

  @Test func `an e-mail address is kept in lower case`() throws {
    #expect(try profile(["email": "Toko@Contoh.Example"]).email == "toko@contoh.example")
  }
}
