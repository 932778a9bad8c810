import EOrderRules
import Foundation
import StrictJSON
import Testing

@testable import Authentication

@Suite struct PasswordPolicyTests {
  private static let policy = try! PasswordPolicy()
  private static let context = [
    "siti.rahmawati@pagaruyung.example", "Siti Rahmawati", "sumbar", "Provinsi Sumatera Barat",
  ]

  private func code(
    _ password: String, _ role: Role = .vendorOwner, _ context: [String] = PasswordPolicyTests.context
  ) -> String? {
    Self.policy.refusal(of: password, roles: [role], context: context, pointer: "/password")?.code.text
  }

  /// Text without pattern, of so many characters.
  private func text(_ count: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvw")
    return String((0..<count).map { letters[($0 * $0 * 7 + $0 * 3) % letters.count] })
  }

  @Test(
    arguments: [
      (9, Role.vendorOwner, "too_short"), (10, .vendorStaff, nil), (14, .auditor, "too_short"),
      (15, .auditor, nil),
      (64, .tenantAdmin, nil), (1024, .auditor, nil), (1025, .auditor, "too_long"),
    ] as [(Int, Role, String?)])
  func `lengths`(count: Int, role: Role, expected: String?) {
    #expect(code(text(count), role) == expected)
  }

  @Test func `code points count, and bytes at the upper end`() {
    #expect(code("kopi é☕️🥥🌶 ab") == nil)
    #expect(code("🥥🌶☕a" + String(repeating: "🍛", count: 260), .auditor) == "too_long")
  }

  @Test(arguments: [
    // On the list, dressed up, with digits for letters.
    "incorruptible", "Incorruptible!", "incorruptible2027", "passwordku", "p4ssw0rd123", "1ndonesi4!!",
    // Repetition.
    "aaaaaaaaaaaa", "abababababab", "passwordpassword", "rahasiarahasia", "terbang9terbang9",
    // Along the keyboard.
    "1234567890", "qwertyuiop", "Qwertyuiop123", "asdfghjkl123", "poiuytrewq", "qazwsxedcrfv", "1qaz2wsx3edc",
    "1q2w3e4r5t", "abcdefghijkl", "zyxwvutsrqpo", "0987654321",
    // Who and where.
    "pengadaan123", "Pengadaan2027!", "sumaterabarat", "Sumatera-Barat-2027", "siti.rahmawati",
    "RahmawatiSiti99",
    "pagaruyung2027", "sumbar-pengadaan", "rahasiapengadaan99",
  ])
  func `what is easily guessed is refused`(password: String) {
    #expect(code(password) == "bad_format")
  }

  @Test(arguments: [
    "rendang tahan lama", "Merpati-1928-terbang", "Kuda-terbang-di-atas-awan", "aaaa bbbb cccc dddd eeee",
    "Garuda-terbang-di-atas-awan", "Cenderawasih-terbang-tinggi-94", "gulai kambing di sumbar enak sekali",
    "k7mqp-x2vab-9tznc-hhw4r", "Gajah-terbang-di-laut", "tidak ada pengadaan tanpa pengawasan",
  ])
  func `ordinary phrases are taken`(password: String) {
    #expect(code(password) == nil)
  }

  @Test func `words of others are no context`() {
    #expect(code("siti.rahmawati", .vendorOwner, []) == nil)
    #expect(code("pengadaan1234", .vendorOwner, []) == "bad_format")
  }

  @Test func `passwords as the demonstration makes them are taken`() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
    for _ in 0..<2000 {
      let groups = (0..<4).map { _ in String((0..<5).map { _ in alphabet.randomElement(using: &random)! }) }
      #expect(code(groups.joined(separator: "-"), .auditor) == nil)
    }
  }

  @Test func `a check takes no time`() {
    let started = ContinuousClock.now
    for length in [15, 100, 1024] { _ = code(text(length), .auditor) }
    #expect(ContinuousClock.now - started < .milliseconds(500))
  }
}
