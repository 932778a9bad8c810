import EOrderRules
import StrictJSON

/// What is wrong with a setting: its code among the errors of fields, and its sentence in both languages.
struct RuleProblemWords {
  let code: FieldErrorCode
  let reason: Bilingual
  /// What would be right.
  let bound: Bilingual?

  init(_ problem: RuleProblem) {
    code = problem.fault.code(under: problem.bound)
    reason = Bilingual(id: problem.fault.indonesian, en: problem.reason)
    bound = problem.bound.map {
      Bilingual(id: String($0.indonesian.prefix(400)), en: String($0.english.prefix(400)))
    }
  }
}

extension RuleFault {
  fileprivate func code(under bound: RuleBound?) -> FieldErrorCode {
    switch self {
    case .textDue, .truthDue, .fractionDue, .singleValueDue, .listDue, .sectionDue, .sectionsDue: .wrongType
    case .wholeNumberDue: .notInteger
    case .missing, .legalMissing, .valueMissing, .appointmentMissing, .noStepForEveryOrder, .fileEmpty:
      .required
    case .outOfBounds: .outOfRange
    case .unknownKey, .unknownSection: .unknown
    case .aboveNation, .aboveProvince, .aboveOrderCap: .tooLarge
    case .looser: if case .atMost = bound { .tooLarge } else { .tooSmall }
    case .before, .past: .tooSmall
    case .tooFew: .tooShort
    case .tooManyValues, .tooManyReferences, .nestedTooDeeply, .fileTooLarge: .tooLong
    case .notAllowed, .notAZone, .differsFromNation, .setOnce, .fixedAtJoining, .notOverridable,
      .approvedSince:
      .notOneOf
    case .wrongForm, .wrongLength, .unreadable, .repeated, .repeatedKey, .tooManyRepeatedKeys, .keysAreWords,
      .noNationalNumber, .stepWithoutCommitmentOfficer, .notUTF8, .invisibleBreak, .notYAML, .refusedSyntax,
      .inconsistent:
      .badFormat
    }
  }
}
