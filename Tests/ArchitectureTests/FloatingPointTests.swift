import Foundation
import Testing

/// Money is whole rupiah and rates are exact fractions: no floating point where rules decide.
@Suite struct FloatingPointTests {
  private static let types: Set<String> = [
    "Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat", "Decimal", "TimeInterval",
    "NSNumber", "NSDecimalNumber",
  ]

  @Test func rulesKnowNoFloatingPoint() throws {
    let files = try SourceTree().files.filter { $0.module == "EOrderRules" }
    #expect(files.count > 90)
    for file in files {
      let found = Self.tokens(of: file.text).filter { Self.types.contains($0) || Self.isFractional($0) }
      #expect(found.isEmpty, "\(file.path) uses \(found.joined(separator: ", "))")
    }
  }

  /// Foundation's instants are floating point within; one file alone reads them.
  @Test func instantsAreReadInOnePlace() throws {
    let readers = try SourceTree().files.filter {
      $0.module == "EOrderRules"
        && Self.tokens(of: $0.text).contains { $0.lowercased().contains("timeinterval") }
    }
    #expect(readers.map(\.path) == ["EOrderRules/Calendar/Date+seconds.swift"])
  }

  @Test func theTestReadsTokens() {
    #expect(
      Self.tokens(of: "let a: Double = 1.5e3 // Float\nlet b = \"0.9 Float\"; c.0.1").contains("Double"))
    #expect(Self.tokens(of: "1.5e3").filter(Self.isFractional) == ["1.5e3"])
    #expect(Self.tokens(of: "x(1e12)").contains("1e12") && Self.isFractional("1e12"))
    #expect(!Self.tokens(of: "// Float\nlet b = \"0.9 Float\"").contains("Float"))
    #expect(Self.tokens(of: "$0.0.taxClass + pair.1.vat + 0x1E3 + 1_000").filter(Self.isFractional).isEmpty)
  }

  /// The words and numbers of a source, without its comments and texts.
  private static func tokens(of source: String) -> [String] {
    let code = source.replacing(/"""[\s\S]*?"""/, with: " ").replacing(/"(\\.|[^"\\\n])*"/, with: " ")
      .replacing(/\/\/[^\n]*/, with: " ")
    return code.matches(of: /[\w$]+(\.\d\w*)*/).map { String($0.output.0) }
  }

  /// Whether a token is a number with a point or an exponent; a member of a tuple is none.
  private static func isFractional(_ token: String) -> Bool {
    token.wholeMatch(of: /\d[\d_]*(\.\d[\d_]*([eE]\d+)?|[eE]\d+)/) != nil
  }
}
