import Testing

@testable import StrictJSON

@Suite struct TextTests {
  private func kept(_ shape: Shape, _ text: String) -> String? {
    let (value, errors) = shape.validate(.string(text))
    return errors.isEmpty ? value.text : nil
  }

  private func code(_ shape: Shape, _ text: String) -> String? {
    shape.validate(.string(text)).errors.first?.code.text
  }

  @Test func trimsAndComposes() {
    #expect(kept(.name, " \u{3000}Kafe\u{301} \u{a0}")?.utf8.elementsEqual("Kafé".utf8) == true)
    #expect(kept(.note, "\n satu\n\ndua \n") == "satu\n\ndua")
    #expect(kept(.secret(min: 1, max: 9), " e\u{301} ")?.utf8.elementsEqual(" e\u{301} ".utf8) == true)
  }

  @Test func refusesControlCharacters() {
    for scalar in ["\u{1}", "\t", "\r", "\u{1b}", "\u{7f}", "\u{80}", "\u{85}", "\u{9f}"] {
      #expect(code(.name, "a\(scalar)b") == "bad_format")
      #expect(code(.note, "a\(scalar)b") == "bad_format")
    }
    #expect(code(.name, "a\nb") == "bad_format")
    #expect(code(.name, "ab\n") == "bad_format")
    #expect(code(.note, "a\nb") == nil)
  }

  @Test func countsCodePointsAfterTrimming() {
    #expect(code(.name, "") == "too_short")
    #expect(code(.name, " \u{2003} ") == "too_short")
    #expect(code(.note, "\n\n") == "too_short")
    #expect(code(.text(min: 3, max: 9), " ab ") == "too_short")
    #expect(code(.text(min: 3, max: 9), "abc") == nil)
    #expect(code(.name, String(repeating: "😀", count: 200)) == nil)
    #expect(code(.name, String(repeating: "😀", count: 201)) == "too_long")
    #expect(code(.name, String(repeating: "a", count: 1 << 20)) == "too_long")
  }

  /// U+0958 is two code points once normalised: what is stored has to fit as well.
  @Test func countsWhatIsKept() {
    #expect(code(.name, String(repeating: "\u{958}", count: 101)) == "too_long")
    #expect(code(.name, String(repeating: "\u{958}", count: 100)) == nil)
  }

  @Test(
    arguments: [
      (
        TextFormat.nib, ["9120301234567"],
        ["912030123456", "91203012345678", "912030123456a", "９120301234567"]
      ),
      (
        .npwp, ["001234567890100", "0012345678901000"],
        ["00123456789010", "00123456789010001", "0012.34567890100"]
      ),
      (
        .nik, ["1371014505900001", "3171013112850010"],
        ["1371014505900000", "1371010005900001", "1371014013900001", "1371017205900001", "1371013205900001"]
      ),
      (.nip, ["198501012010011001"], ["198513012010011001", "198501012010013001", "188501012010011001"]),
      (.kbli, ["56210"], ["5621", "562100", "5621a", "56210\n"]),
      (
        .regionCode, ["13", "13.71", "13.71.01", "13.71.01.1001"],
        ["1", "13.", "13.7", "1371", "13.71.01.100", "13.71\n"]
      ),
      (.bankAccount, ["123456", "12345678901234567890"], ["12345", "123456789012345678901"]),
      (.accountCode, ["5.1.02.01.01.0024"], ["4.1.02.01.01.0024", "5.1.02.01.01.24", "5x1.02.01.01.0024"]),
      (.activityCode, ["7.02.01.1.06.0009"], ["7.02.01.1.06.009"]),
      (
        .phone, ["+6281234567890", "+62751123456"],
        ["081234567890", "+6201234567", "+62 8123456789", "+15551234567"]
      ),
      (
        .email, ["a@b.id", "sari.dewi+po@mail.sumbarprov.go.id", "o'neil@x-y.co"],
        [
          "a", "a@b", "@b.id", "a@.id", "a@b.", ".a@b.id", "a.@b.id", "a..b@c.id", "a@-b.id", "a@b-.id",
          "a b@c.id",
          "a@b.id\n", "a@b.id ", "<a@b.id>", "a@b,id", "a@[1.2.3.4]", "é@b.id", "a@b.1d",
        ]
      ),
      (.slug, ["sumbar", "a1-"], ["a", "1a", "Sumbar", "a_b"]),
      (.visibleKey, ["!", "~key-1"], ["", "a b", "a\u{7f}", "é", "a\n"]),
      (.taxInvoiceNumber, ["04002700000000123"], ["0400270000000012", "040.027-00.00000123"]),
    ] as [(TextFormat, [String], [String])])
  func formats(_ format: TextFormat, _ good: [String], _ bad: [String]) throws {
    let pattern = try Regex(format.pattern)
    #expect(format.matches(format.example))
    for text in good {
      #expect(format.matches(text), "\(format.name) \(text)")
      #expect(text.wholeMatch(of: pattern) != nil, "\(format.pattern) \(text)")
    }
    for text in bad {
      #expect(!format.matches(text), "\(format.name) \(text)")
      #expect(text.wholeMatch(of: pattern) == nil, "\(format.pattern) \(text)")
    }
    #expect(code(.text(format), bad[0]) == "bad_format")
  }

  @Test func longAddressesAreRefusedFast() {
    let hostile = String(repeating: "a.", count: 100_000) + "@"
    let time = ContinuousClock().measure { #expect(!TextFormat.email.matches(hostile)) }
    #expect(time < .milliseconds(200))
    let word = String(repeating: "a", count: 32)
    #expect(TextFormat.email.matches("\(word).\(word.dropFirst())@b.id"))
    #expect(!TextFormat.email.matches("\(word).\(word)@b.id"))
    #expect(!TextFormat.email.matches("a@" + String(repeating: "\(word).", count: 8) + "id"))
  }
}
