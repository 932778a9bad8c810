/// What is wrong with a setting or a rule file, as a kind that words of any language come from.
package enum RuleFault: Hashable, Sendable {
  // The form of a value.
  case textDue(BareValue)
  case wholeNumberDue, truthDue, fractionDue, singleValueDue
  case listDue(insteadOfValue: Bool)
  case sectionDue(insteadOfValue: Bool)
  case sectionsDue
  case wrongForm, wrongLength, notAllowed, tooFew, missing, legalMissing, valueMissing, unreadable
  /// The number, where it is told.
  case outOfBounds(String?)
  // Names.
  case unknownKey
  case unknownSection(String)
  case repeated(String)
  case repeatedKey, tooManyRepeatedKeys, keysAreWords
  // What binds a setting.
  case noNationalNumber
  case differsFromNation(String)
  case aboveNation(String)
  case aboveProvince(String, legal: String)
  case looser(String, than: RuleLayer)
  case aboveOrderCap(String)
  case setOnce, fixedAtJoining, notOverridable
  case approvedSince(version: String)
  // What has to go together.
  case notAZone, appointmentMissing, noStepForEveryOrder, stepWithoutCommitmentOfficer
  case before(String, what: String)
  case past(String)
  // The text of a file.
  case fileEmpty, fileTooLarge, notUTF8, tooManyValues, nestedTooDeeply, invisibleBreak, tooManyReferences
  case notYAML(String?)
  case refusedSyntax(RuleSyntax)
  /// What the reading of rules of the right form came to, in its own words.
  case inconsistent(String)
}

/// What a word without quotation marks would be to a reader that guesses.
package enum BareValue: String, Sendable {
  case empty = "empty value"
  case truth = "truth value"
  case number
}

/// Whose settings a setting may not loosen.
package enum RuleLayer: Sendable { case nation, province }

/// What YAML knows and rule files may not use.
package enum RuleSyntax: String, Sendable {
  case aliases, anchors, tags
  case mergeKeys = "merge keys"
}

/// What would be right.
package enum RuleBound: Hashable, Sendable {
  case exactly(String)
  case atMost(String)
  case atLeast(String)
  case between(String, String)
  case from(String)
  /// A day or one after it.
  case notBefore(String)
  case characters(Int)
  case bytes(Int)
  case levels(Int)
  case oneOf([String])
  /// These, or the code of a category.
  case sections([String])
  case form(TextForm)
  case stepFromNothing
  case draftOfProvince
}

extension RuleFault {
  /// The kind in the words of the commands.
  var english: String {
    switch self {
    case .textDue(let bare): "a text is due here; \(bare.rawValue) needs quotation marks"
    case .wholeNumberDue: "a whole number without quotation marks is due here"
    case .truthDue: "true or false without quotation marks is due here"
    case .fractionDue: "a fraction in quotation marks is due here, such as \"0.9\""
    case .singleValueDue: "a single value is due here"
    case .listDue(let isValue): "a list is due here" + (isValue ? ", not a single value" : "")
    case .sectionDue(let isValue): "a section with keys is due here" + (isValue ? ", not a single value" : "")
    case .sectionsDue: "sections with keys are due here"
    case .wrongForm: "wrong form"
    case .wrongLength, .notAllowed: "not allowed"
    case .tooFew: "too few"
    case .missing: "missing"
    case .legalMissing: "the legal reference is missing"
    case .valueMissing: "the key has no value"
    case .unreadable: "cannot be read"
    case .outOfBounds(let number): number.map { "\($0) is out of bounds" } ?? "out of bounds"
    default: englishOfNames ?? englishOfBinding ?? englishOfText
    }
  }

  private var englishOfNames: String? {
    switch self {
    case .unknownKey: "unknown key"
    case .unknownSection(let name): "unknown section \(name)"
    case .repeated(let what): "\(what) stands twice"
    case .repeatedKey: "the key stands twice"
    case .tooManyRepeatedKeys: "too many keys stand twice"
    case .keysAreWords: "keys are words"
    default: nil
    }
  }

  private var englishOfBinding: String? {
    switch self {
    case .noNationalNumber: "the nation has no such number"
    case .differsFromNation(let value): "\(value) differs from the national value"
    case .aboveNation(let value): "\(value) is above the national limit"
    case .aboveProvince(let value, let legal): "\(value) is above the limit of this province (\(legal))"
    case .looser(let value, .nation): "\(value) is looser than the national rules"
    case .looser(let value, .province): "\(value) is looser than the province's rules"
    case .aboveOrderCap(let value): "\(value) is above the cap of orders (order.cap_gross)"
    case .setOnce: "is set once and cannot be changed"
    case .fixedAtJoining: "it was fixed when the province joined"
    case .notOverridable: "cannot be overridden"
    case .approvedSince(let version):
      "two people of the province approved version \(version); a file does not undo it"
    case .notAZone: "not a zone of the country"
    case .appointmentMissing: "PLATFORM needs the number of the appointment in tax.appointment"
    case .noStepForEveryOrder: "no step holds for every order"
    case .stepWithoutCommitmentOfficer: "a step leaves out the commitment officer"
    case .before(let value, let what): "\(value) comes before \(what)"
    case .past(let day): "\(day) is in the past"
    default: nil
    }
  }

  private var englishOfText: String {
    switch self {
    case .fileEmpty: "the file is empty"
    case .fileTooLarge: "too large"
    case .notUTF8: "not UTF-8"
    case .tooManyValues: "too many values"
    case .nestedTooDeeply: "nested too deeply"
    case .invisibleBreak: "an invisible break of lines is refused"
    case .tooManyReferences: "too many words begin with & or *"
    case .notYAML(let problem): problem.map { "not YAML: \($0)" } ?? "not YAML"
    case .refusedSyntax(let syntax): "\(syntax.rawValue) are refused"
    case .inconsistent(let words): words
    default: "not allowed"
    }
  }
}

extension RuleBound {
  /// The bound in the words of the commands.
  package var english: String {
    switch self {
    case .exactly(let value): value
    case .atMost(let value): "at most \(value)"
    case .atLeast(let value): "at least \(value)"
    case .between(let least, let most): "\(least) to \(most)"
    case .from(let least): "\(least) or more"
    case .notBefore(let day): "\(day) or later"
    case .characters(let most): "1 to \(most) characters"
    case .bytes(let most): "\(most) bytes"
    case .levels(let most): "\(most) levels"
    case .oneOf(let words): words.joined(separator: ", ")
    case .sections(let words): words.joined(separator: ", ") + ", or the code of a category"
    case .form(let form): form.picture
    case .stepFromNothing: "one with above: 0"
    case .draftOfProvince: "a draft of the province (POST /api/v1/rules/drafts)"
    }
  }
}
