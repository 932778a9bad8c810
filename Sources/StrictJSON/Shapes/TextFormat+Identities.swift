extension TextFormat {
  /// Business identification number: 13 digits.
  package static let nib = TextFormat("nib", example: "9120301234567", .digits(13))

  /// Tax number: 16 digits, or 15 in the old form.
  package static let npwp = TextFormat("npwp", example: "0012345678901000", .digits(15...16))

  /// Number of a person: region, birthday that exists (women add 40 to the day) and a serial that is not 0000.
  /// Two digits of the year do not tell the century, so 29 February is always let through.
  package static let nik = TextFormat(
    "nik", example: "1371014505900001",
    .sequence([
      .choice([
        .sequence([.literal("1"), .characters("1-9", 1...1)]),
        .sequence([.characters("2-9", 1...1), .digits(1)]),
      ]), twoDigitsNotZero, twoDigitsNotZero,
      .choice([
        .sequence([
          .choice([
            firstDays, .sequence([.literal("4"), .characters("1-9", 1...1)]),
            .sequence([.characters("56", 1...1), .digits(1)]),
          ]), month,
        ]),
        .sequence([.characters("37", 1...1), .literal("0"), monthOfThirty]),
        .sequence([.characters("37", 1...1), .literal("1"), monthOfThirtyOne]),
      ]), .digits(2), fourDigitsNotZero,
    ]))

  /// Number of a civil servant: birthday that exists, month of appointment, sex and serial.
  package static let nip = TextFormat(
    "nip", example: "198501012010011001",
    .sequence([
      .choice([
        .sequence([century, .digits(2), dayOfCommonYear]),
        .sequence([.choice([.literal("2000"), .sequence([century, leapYear])]), .literal("0229")]),
      ]), century, .digits(2), month, .characters("12", 1...1), .digits(3),
    ]))

  /// Class of business: five digits.
  package static let kbli = TextFormat("kbli", example: "56210", .digits(5))

  /// Region down to the village, `PP`, `PP.KK`, `PP.KK.CC` or `PP.KK.CC.DDDD`.
  package static let regionCode = TextFormat(
    "regionCode", example: "13.71",
    .choice([
      .digits(2), .sequence([.digits(2), dot, .digits(2)]),
      .sequence([.digits(2), dot, .digits(2), dot, .digits(2)]),
      .sequence([.digits(2), dot, .digits(2), dot, .digits(2), dot, .digits(4)]),
    ]))

  /// Bank: three digits.
  package static let bankCode = TextFormat("bankCode", example: "111", .digits(3))

  /// Bank account: 6 to 20 digits.
  package static let bankAccount = TextFormat("bankAccount", example: "1234567890", .digits(6...20))

  /// Budget account: `5.n.nn.nn.nn.nnnn`.
  package static let accountCode = TextFormat(
    "accountCode", example: "5.1.02.01.01.0024",
    .sequence([
      .literal("5."), .digits(1), dot, .digits(2), dot, .digits(2), dot, .digits(2), dot, .digits(4),
    ]))

  /// Budget activity (sub-kegiatan): `u.bb.pp.k.gg.ssss`.
  package static let activityCode = TextFormat(
    "activityCode", example: "7.02.01.1.06.0009",
    .sequence([
      .digits(1), dot, .digits(2), dot, .digits(2), dot, .digits(1), dot, .digits(2), dot, .digits(4),
    ]))

  /// Procurement package in SiRUP: 5 to 10 digits.
  package static let rupCode = TextFormat("rupCode", example: "67912345", .digits(5...10))

  /// Tax invoice: 17 digits.
  package static let taxInvoiceNumber = TextFormat(
    "taxInvoiceNumber", example: "04002700000000123", .digits(17))

  /// Proof of a tax deposit: 16 capital letters and digits.
  package static let ntpn = TextFormat("ntpn", example: "A1B2C3D4E5F6G7H8", .characters("0-9A-Z", 16...16))

  private static let dot = TextGrammar.literal(".")
  private static let century = TextGrammar.choice([.literal("19"), .literal("20")])
  private static let month = TextGrammar.choice([
    .sequence([.literal("0"), .characters("1-9", 1...1)]),
    .sequence([.literal("1"), .characters("0-2", 1...1)]),
  ])
  private static let monthOfThirty = TextGrammar.choice([
    .sequence([.literal("0"), .characters("13-9", 1...1)]),
    .sequence([.literal("1"), .characters("0-2", 1...1)]),
  ])
  private static let monthOfThirtyOne = TextGrammar.choice([
    .sequence([.literal("0"), .characters("13578", 1...1)]),
    .sequence([.literal("1"), .characters("02", 1...1)]),
  ])
  /// 01 to 28 and 29 of any month.
  private static let firstDays = TextGrammar.choice([
    .sequence([.literal("0"), .characters("1-9", 1...1)]), .sequence([.characters("12", 1...1), .digits(1)]),
  ])
  /// `MMDD` of every year.
  private static let dayOfCommonYear = TextGrammar.choice([
    .sequence([monthOfThirty, firstDays]), .sequence([monthOfThirty, .literal("30")]),
    .sequence([monthOfThirtyOne, .literal("31")]),
    .sequence([
      .literal("02"),
      .choice([
        .sequence([.literal("0"), .characters("1-9", 1...1)]), .sequence([.literal("1"), .digits(1)]),
        .sequence([.literal("2"), .characters("0-8", 1...1)]),
      ]),
    ]),
  ])
  /// The last two digits of a leap year, the turns of centuries aside.
  private static let leapYear = TextGrammar.choice([
    .sequence([.literal("0"), .characters("48", 1...1)]),
    .sequence([.characters("2468", 1...1), .characters("048", 1...1)]),
    .sequence([.characters("13579", 1...1), .characters("26", 1...1)]),
  ])
  private static let twoDigitsNotZero = TextGrammar.choice([
    .sequence([.literal("0"), .characters("1-9", 1...1)]),
    .sequence([.characters("1-9", 1...1), .digits(1)]),
  ])
  private static let fourDigitsNotZero = TextGrammar.choice([
    .sequence([.characters("1-9", 1...1), .digits(3)]),
    .sequence([.literal("0"), .characters("1-9", 1...1), .digits(2)]),
    .sequence([.literal("00"), .characters("1-9", 1...1), .digits(1)]),
    .sequence([.literal("000"), .characters("1-9", 1...1)]),
  ])
}
