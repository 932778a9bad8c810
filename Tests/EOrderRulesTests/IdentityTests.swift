import EOrderRules
import Testing

@Suite struct IdentityTests {
  @Test func `numbers of businesses`() {
    #expect(NIB("1512219892433") != nil)
    #expect(
      ["", "151221989243", "15122198924333", "151221989243x", "１512219892433"].allSatisfy { NIB($0) == nil })
  }

  @Test func `taxpayer numbers grow to sixteen digits and are only questioned`() {
    #expect(NPWP("012345678901000")?.description == "0012345678901000")
    #expect(NPWP("0012345678901000")?.looksMistyped == true)
    #expect(NPWP("0012345674901000")?.looksMistyped == false)
    #expect(NPWP("3174096502689736")?.looksMistyped == false)
    #expect(NPWP("3174099902689736")?.looksMistyped == true)
    #expect(["01.234.567.8-901.000", "12345", "00123456789010000"].allSatisfy { NPWP($0) == nil })
  }

  @Test(arguments: ["3174096502689736", "1371012902000001", "7571017112990001"])
  func `citizens' numbers`(text: String) { #expect(NIK(text) != nil) }

  @Test(
    arguments: [
      "3174090002689736", "3174093202689736", "3174094002689736", "3174097202689736", "3174093102689736",
      "3174090113689736", "3174090100689736", "3174090101680000", "0074090101689736", "317409010168973",
    ])
  func `impossible citizens' numbers`(text: String) { #expect(NIK(text) == nil) }

  @Test func `civil servants' numbers`() {
    #expect(NIP("197809042004122930") != nil)
    #expect(
      ["197813042004122930", "197809042004132930", "197809042004123930", "19780904200412293"]
        .allSatisfy { NIP($0) == nil })
  }

  @Test func `lines of business carry their edition`() {
    #expect(KBLI("56210")?.edition == .of2020)
    #expect(KBLI("56210@2025")?.edition == .of2025)
    #expect(KBLI("56210@2025")?.description == "56210@2025")
    #expect(KBLI("56210@2020")?.description == "56210")
    #expect(["5621", "56210@", "56210@2019", "@2025", "56210@2025@2025"].allSatisfy { KBLI($0) == nil })
  }

  @Test func `regions, accounts, plans`() {
    #expect(["31", "31.74", "31.74.09", "31.74.09.1001"].allSatisfy { RegionCode($0) != nil })
    #expect(
      ["3", "31.", "31.7", "31.74.09.101", "31.74.09.1001.1", "3a"].allSatisfy { RegionCode($0) == nil })
    #expect(RegionCode("31.74")!.lies(in: RegionCode("31")!))
    #expect(!RegionCode("31.74")!.lies(in: RegionCode("31.7.") ?? RegionCode("13")!))
    #expect(AccountCode("5.1.02.01.01.0024") != nil)
    #expect(["4.1.02.01.01.0024", "5.1.2.01.01.0024", "5.1.02.01.01"].allSatisfy { AccountCode($0) == nil })
    #expect(ActivityCode("7.02.01.1.06.0009") != nil)
    #expect(ActivityCode("1.01.01.1.06.0009") != nil)
    #expect(RUPCode("67910001") != nil)
    #expect(["1234", "12345678901"].allSatisfy { RUPCode($0) == nil })
  }

  @Test func `telephones and accounts`() {
    #expect(PhoneNumber("+6284532856191") != nil)
    #expect(
      ["084532856191", "+62084532856", "+621234", "+1 555 1234567"].allSatisfy { PhoneNumber($0) == nil })
    #expect(AccountNumber("916181993818410") != nil)
    #expect(["12345", "123456789012345678901", "12-345678"].allSatisfy { AccountNumber($0) == nil })
    #expect(BankCode("111") != nil)
    #expect(BankCode("11") == nil)
    #expect("3174096502689736".maskedToLastFour == "************9736")
    #expect("123".maskedToLastFour == "123")
  }

  @Test(
    arguments: [
      (BusinessSize.micro, 900_000_000, 9_000_000_000, true), (.micro, 1_000_000_001, 2_000_000_001, false),
      (.small, 1_000_000_001, 1, true), (.small, 1, 1, false), (.medium, 10_000_000_000, 1, true),
      (.medium, 10_000_000_001, 50_000_000_001, false), (.micro, 1_000_000_000, 50_000_000_001, true),
    ])
  func `a size fits capital or sales`(size: BusinessSize, capital: Int, sales: Int, fits: Bool) throws {
    let sizes = try NationalRules.example().sizes
    #expect(sizes.fits(size, capital: Rupiah(Int64(capital)), yearlySales: Rupiah(Int64(sales))) == fits)
  }

  @Test func `numbers of orders`() {
    let template = NumberTemplate("{seq:5}/EO/{unit}/{roman_month}/{year}")
    #expect(template?.number(sequence: 7, unit: "DISDIK", day: march) == "00007/EO/DISDIK/III/2027")
    #expect(template?.number(sequence: 123_456, unit: "X", day: "2027-12-01") == "123456/EO/X/XII/2027")
    #expect(
      [
        "{seq}/{year}", "{seq}/{unit}", "{unit}/{year}", "{seq:0}{unit}{year}", "{seq}{unit}{year}{x}",
        "{seq", "}",
      ]
      .allSatisfy { NumberTemplate($0) == nil })
  }
}
