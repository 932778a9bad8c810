extension TextFormat {
  /// Telephone in E.164, an Indonesian number: `+62` and 8 to 12 digits.
  package static let phone = TextFormat(
    "phone", example: "+6281234567890",
    .sequence([.literal("+62"), .characters("1-9", 1...1), .digits(7...11)]))

  /// E-mail address: ASCII, a dot-separated name of at most 64 characters and a host with at least two labels.
  package static let email = TextFormat(
    "email", example: "sari@example.go.id", maximumLength: 254, jsonFormat: "email",
    .sequence([
      .ahead(.sequence([.characters("!-?A-~", 1...64), .literal("@")])), mailWord,
      .repeated(.sequence([.literal("."), mailWord]), 0...8), .literal("@"),
      .repeated(.sequence([hostLabel, .literal(".")]), 1...8), topLabel,
    ]))

  /// Name of a tenant in host names and schemas.
  package static let slug = TextFormat(
    "slug", example: "contoh",
    .sequence([.characters("a-z", 1...1), .characters("a-z0-9-", 1...30)]))

  /// Key of a request that may be repeated: 1 to 255 visible ASCII characters.
  package static let visibleKey = TextFormat(
    "visibleKey", example: "order-2027-03-01-17", .characters("!-~", 1...255))

  /// SHA-256 in lower-case hexadecimal.
  package static let sha256 = TextFormat(
    "sha256", example: String(repeating: "0a", count: 32), .characters("0-9a-f", 64...64))

  /// One-time code: six digits.
  package static let oneTimeCode = TextFormat("oneTimeCode", example: "123456", .digits(6))

  private static let mailWord = TextGrammar.characters("A-Za-z0-9!#$%&'*+/=?_`{|}~-", 1...64)
  private static let hostLabel = TextGrammar.sequence([
    .characters("A-Za-z0-9", 1...1),
    .repeated(.sequence([.characters("A-Za-z0-9-", 0...61), .characters("A-Za-z0-9", 1...1)]), 0...1),
  ])
  private static let topLabel = TextGrammar.sequence([
    .characters("A-Za-z", 1...1), .characters("A-Za-z0-9", 1...62),
  ])
}
