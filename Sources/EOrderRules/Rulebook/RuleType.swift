/// What a setting may be; the one description from which reading, checking and the documentation come.
package indirect enum RuleType: Sendable {
  /// A text of 1 to `maximum` characters without control characters.
  case text(maximum: Int)
  /// A text of a certain form.
  case formatted(TextForm)
  /// A whole number within bounds.
  case integer(ClosedRange<Int64>)
  /// Whole rupiah within bounds.
  case rupiah(ClosedRange<Int64>)
  /// True or false.
  case flag
  /// One of these words.
  case oneOf([String])
  /// Some of these words, each once, at least so many.
  case set(of: [String], atLeast: Int)
  /// A fraction within bounds, written in quotation marks, such as "0.9".
  case ratio(ClosedRange<Ratio>)
  /// A list of values, at least so many.
  case list(of: RuleType, atLeast: Int)
  /// Named parts.
  case record([RuleField])
  /// Freely named values; the names have a form.
  case map(of: RuleType, named: TextForm = .category)
  /// A single value of one type, or else something of the other.
  case single(RuleType, or: RuleType)
}

/// A part of a record.
package struct RuleField: Sendable {
  /// Its name in the file.
  package let name: String
  /// What it may be.
  package let type: RuleType
  /// Whether it may not be left out.
  package let isRequired: Bool

  /// A part that must be there.
  package static func required(_ name: String, _ type: RuleType) -> RuleField {
    RuleField(name: name, type: type, isRequired: true)
  }

  /// A part that may be left out.
  package static func optional(_ name: String, _ type: RuleType) -> RuleField {
    RuleField(name: name, type: type, isRequired: false)
  }
}

/// The forms that texts in rule files have.
package enum TextForm: String, Sendable, CaseIterable {
  case slug, province, day, bank, colour, template, version, account, kbli, category, ratio, schedule, unit
  case drawing
  case monthDay = "month-day"
  case workHours = "work-hours"
  case ocdsPrefix = "ocds-prefix"

  /// How the form looks, for people.
  package var picture: String {
    switch self {
    case .slug: "[a-z][a-z0-9-]{1,30}, not admin, www or api"
    case .province: "two digits"
    case .day: "YYYY-MM-DD"
    case .bank: "three digits"
    case .colour: "#RRGGBB"
    case .template: "text with {seq} or {seq:n}, {unit} and {year}, also {month}, {roman_month}"
    case .version: "1 to 40 letters, digits, dots and hyphens"
    case .account: "5.n.nn.nn.nn.nnnn"
    case .kbli: "nnnnn or nnnnn@2025"
    case .category: "[a-z][a-z0-9_-]{0,39}"
    case .ratio: "n/n or n.n"
    case .schedule: "daily, weekly, monthly or the five fields of cron"
    case .monthDay: "MM-DD"
    case .drawing: "a path of SVG in a square of 100 by 100, at most 4000 characters"
    case .workHours: "HH:MM-HH:MM"
    case .unit: "the code of a unit"
    case .ocdsPrefix: "ocds- and lower-case letters and digits"
    }
  }

  /// Whether a text has the form.
  package func matches(_ text: String) -> Bool {
    switch self {
    case .slug: isSlug(text)
    case .province: isDigits(text, 2...2)
    case .day: Day(text) != nil
    case .bank: BankCode(text) != nil
    case .colour: text.utf8.count == 7 && text.first == "#" && text.dropFirst().allSatisfy(isASCIIHex)
    case .template: NumberTemplate(text) != nil && text.utf8.count <= 100
    case .version: consists(text, 1...40, of: "-.")
    case .account: AccountCode(text) != nil
    case .kbli: KBLI(text) != nil
    case .category: consists(text, 1...40, of: "_-") && text.first?.isLowercase == true && !hasCapital(text)
    case .ratio: Ratio(text) != nil
    case .schedule: Schedule(text) != nil
    case .unit: consists(text, 1...60, of: "_-./")
    case .monthDay: MonthDay(text) != nil
    case .drawing: isDrawing(text)
    case .workHours: WorkHours(text) != nil
    case .ocdsPrefix: text.hasPrefix("ocds-") && consists(text, 6...40, of: "-") && !hasCapital(text)
    }
  }
}

/// Whether a name may be a tenant's: it names hosts, database roles and schemas.
package func isSlug(_ text: String) -> Bool {
  consists(text, 2...31, of: "-") && text.first?.isLowercase == true && !hasCapital(text)
    && !["admin", "www", "api"].contains(text)
}

/// Whether a text is a line in the language of SVG paths: its letters, numbers and what parts them.
private func isDrawing(_ text: String) -> Bool {
  (1...4000).contains(text.utf8.count) && text.first == "M"
    && text.utf8.allSatisfy { "MmLlHhVvCcSsQqTtAaZz0123456789 .,-".utf8.contains($0) }
}

private func consists(_ text: String, _ length: ClosedRange<Int>, of others: String) -> Bool {
  length.contains(text.utf8.count)
    && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || others.contains($0)) }
}

/// Without the digits of other widths that `isHexDigit` takes too.
private func isASCIIHex(_ character: Character) -> Bool { character.isASCII && character.isHexDigit }

private func hasCapital(_ text: String) -> Bool { text.contains(where: \.isUppercase) }
