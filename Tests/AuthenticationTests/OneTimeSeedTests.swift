import Foundation
import Testing

@testable import Authentication

@Suite struct OneTimeSeedTests {
  private let seed = OneTimeSeed(bytes: Array("12345678901234567890".utf8))

  /// RFC 6238 appendix B, the last six of its eight digits.
  @Test(arguments: [
    (59.0, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
    (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ])
  func `the codes are those of the standard`(seconds: Double, code: String) {
    let now = Date(timeIntervalSince1970: seconds)
    #expect(seed.code(step: OneTimeSeed.step(at: now)) == code)
    #expect(seed.step(of: code, at: now) == OneTimeSeed.step(at: now))
  }

  @Test func `one step of drift is forgiven and no more`() {
    let now = Date(timeIntervalSince1970: 1_234_567_890)
    let code = seed.code(step: OneTimeSeed.step(at: now))
    for (seconds, isTaken) in [(-90.0, false), (-60, false), (-30, true), (0, true), (30, true), (60, false)]
    {
      #expect((seed.step(of: code, at: now + seconds) != nil) == isTaken, "\(seconds)")
    }
    for wrong in ["", "00592", "0059241", "005925", "૦૦૫૯૨૪"] {
      #expect(seed.step(of: wrong, at: now) == nil)
    }
  }

  /// RFC 4648 §10, and the seed of the standard.
  @Test func `the seed is written in base 32`() {
    #expect(OneTimeSeed(bytes: Array("foobar".utf8)).text == "MZXW6YTBOI")
    #expect(OneTimeSeed(bytes: Array("fooba".utf8)).text == "MZXW6YTB")
    #expect(seed.text == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
  }

  @Test func `a program on a phone is told whose codes these are`() {
    let uri = seed.uri(issuer: "e-Order Nusa", account: "sari+1@dinas.example")
    #expect(
      uri
        == "otpauth://totp/e-Order%20Nusa:sari%2B1%40dinas.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=e-Order%20Nusa"
    )
    #expect(!"\(seed)".contains(seed.text))
  }

  @Test func `a sealed seed opens for its owner alone`() throws {
    let (key, user) = (SeedKey(Array(repeating: 1, count: 32), realm: "satu"), UUID())
    let sealed = try key.seal(seed, of: user)
    #expect(try key.open(sealed, of: user) == seed)
    #expect(try key.seal(seed, of: user) != sealed)
    #expect(throws: (any Error).self) { try key.open(sealed, of: UUID()) }
    #expect(throws: (any Error).self) {
      try SeedKey(Array(repeating: 1, count: 32), realm: "dua").open(sealed, of: user)
    }
    #expect(throws: (any Error).self) {
      try SeedKey(Array(repeating: 2, count: 32), realm: "satu").open(sealed, of: user)
    }
    for place in sealed.indices {
      var forged = sealed
      forged[place] ^= 1
      #expect(throws: (any Error).self) { try key.open(forged, of: user) }
    }
  }

  @Test func `recovery codes differ, and are read however they are written`() throws {
    let codes = (0..<1000).map { _ in RecoveryCode().text }
    #expect(Set(codes).count == 1000)
    let code = "0123-4567-89AB-CDEF-GHJK-MNPQ"
    let hash = try #require(RecoveryCode.hash(code))
    for typed in [
      "0123456789abcdefghjkmnpq", " O123 4567 89AB cdef GHJK MNPQ", "oi23-4567-89AB-CDEF-GHJK-MNPQ",
    ] {
      #expect(RecoveryCode.hash(typed) == hash, "\(typed)")
    }
    for wrong in [
      "", "012345", "0123-4567-89AB-CDEF-GHJK-MNP", "0123-4567-89AB-CDEF-GHJK-MNPQR",
      "U123-4567-89AB-CDEF-GHJK-MNPQ",
    ] {
      #expect(RecoveryCode.hash(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `a QR code has its three corners`() throws {
    let code = try #require(QRCode(seed.uri(issuer: "e-Order", account: "sari@dinas.example")))
    #expect((21...77).contains(code.width) && (code.width - 17) % 4 == 0)
    // Seven dark squares begin the first row and the last, and end the first.
    #expect(code.path.hasPrefix("M0 0h7v1h-7z") && code.path.contains("M0 \(code.width - 1)h7v1h-7z"))
    #expect(code.path.contains("M\(code.width - 7) 0h7v1h-7z"))
    #expect(QRCode(String(repeating: "x", count: 5000)) == nil)
  }
}
