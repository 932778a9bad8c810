import EOrderRules
import Foundation
import Testing

/// Every code is raised by something and not by its neighbour, and tells the person it stops what to do.
@Suite struct EveryCodeTests {
  @Test(arguments: ViolationCode.allCases)
  func `each code is raised and not raised`(code: ViolationCode) throws {
    guard let pair = CodePair.ofCode[code] else {
      #expect(try Self.isTestedElsewhere(code), "\(code.rawValue) has no pair of tests, here or elsewhere")
      return
    }
    #expect(try pair.raised().contains { $0.code == code })
    #expect(try !pair.silent().contains { $0.code == code })
  }

  @Test(arguments: ViolationCode.allCases)
  func `each code is explained in both languages`(code: ViolationCode) throws {
    for violation in try CodePair.ofCode[code]?.raised() ?? [] where violation.code == code {
      #expect(!violation.legal.isEmpty)
      #expect(violation.explanation["rule"]?.text?.isEmpty == false)
      #expect(violation.explanation["version"]?.text == "2027.1")
      for text in [violation.message, violation.remedy] {
        for sentence in [text.indonesian, text.english] {
          #expect(sentence.hasSuffix("."), "\(sentence)")
          #expect(!sentence.contains("–") && !sentence.contains("{"), "a gap is open: \(sentence)")
        }
        #expect(Self.words(text.indonesian).isDisjoint(with: Self.english), "\(text.indonesian)")
        #expect(Self.words(text.english).isDisjoint(with: Self.indonesian), "\(text.english)")
      }
      #expect(violation.remedy != violation.message)
    }
  }

  /// Whether tests of the use cases that raise it speak of a code, at least twice.
  private static func isTestedElsewhere(_ code: ViolationCode) throws -> Bool {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let names = [code.rawValue, ".\(code)"]
    var mentions = 0
    let walk = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
    while let file = walk?.nextObject() as? URL {
      guard ["swift", "py"].contains(file.pathExtension) else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      mentions += names.reduce(0) { $0 + text.ranges(of: $1).count }
    }
    return mentions >= 2
  }

  @Test func `amounts, days and codes are told as each language tells them`() throws {
    var facts = OrderFacts.example(60_000_000)
    facts.deliverBy = "2027-12-31"
    facts.vendor.size = .medium
    let told = try decide(facts, .example()).violations
    func of(_ code: ViolationCode) throws -> Violation { try #require(told.first { $0.code == code }) }
    #expect(try of(.orderCap).remedy.indonesian.contains("Rp10.000.000"))
    #expect(try of(.orderCap).remedy.english.contains("Rp10,000,000"))
    #expect(try of(.yearEnd).remedy.indonesian.contains("15 Desember 2027"))
    #expect(try of(.yearEnd).message.english.contains("31 December 2027"))
    #expect(try of(.vendorSize).message.indonesian.contains("usaha menengah"))
    #expect(try of(.vendorSize).remedy.english.contains("cooperative"))
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter }.map(String.init))
  }

  private static let english: Set<String> = [
    "the", "and", "of", "order", "orders", "price", "with", "is", "or", "an", "to", "vendor", "above", "not",
    "micro", "small", "medium", "cooperative", "draft", "need",
  ]
  private static let indonesian: Set<String> = [
    "yang", "dan", "pesanan", "harga", "atau", "penyedia", "dari", "untuk", "tidak", "usaha", "dengan",
  ]
}
