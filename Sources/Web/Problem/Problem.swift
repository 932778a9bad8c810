import EOrderRules
import Foundation
import Procurement
import StrictJSON

/// An answer that says why a request was not carried out (RFC 9457).
struct Problem: Error, Sendable {
  let status: Int
  let code: String
  var errors: [FieldError] = []
  /// Members besides those of every problem.
  var members: [JSONMember] = []
  var retryAfter: Int?
  /// Methods that the path knows, for 405.
  var allow: String?
  /// Whether the connection is closed, since the body was not read.
  var closes = false

  init(_ status: Int, _ code: String) {
    self.status = status
    self.code = code
  }

  static let unauthenticated = Problem(401, "unauthenticated")
  static let forbidden = Problem(403, "forbidden")
  static let notFound = Problem(404, "not_found")
  static let unknownTenant = Problem(404, "unknown_tenant")
  static let misdirected = Problem(421, "misdirected_request")
  static let unsupportedMediaType = Problem(415, "unsupported_media_type")

  static var tooLarge: Problem {
    var problem = Problem(413, "too_large")
    problem.closes = true
    return problem
  }

  static func malformed(_ code: String = "malformed_request") -> Problem { Problem(400, code) }

  static func invalid(_ errors: [FieldError]) -> Problem {
    var problem = Problem(422, "invalid")
    problem.errors = errors
    return problem
  }

  static func unavailable(_ code: String, retryAfter: Int) -> Problem {
    var problem = Problem(503, code)
    problem.retryAfter = retryAfter
    return problem
  }

  static func tooMany(retryAfter: Int) -> Problem {
    var problem = Problem(429, "too_many_requests")
    problem.retryAfter = retryAfter
    return problem
  }

  static func methodNotAllowed(_ methods: [String]) -> Problem {
    var problem = Problem(405, "method_not_allowed")
    problem.allow = methods.sorted().joined(separator: ", ")
    return problem
  }

  /// The body in the reader's language.
  func body(_ language: Language, traceID: String) -> [UInt8] {
    let text = ProblemText.of(code)
    var members: [JSONMember] = [
      JSONMember(name: "type", value: "about:blank"),
      JSONMember(name: "title", value: .string(language.pick(text.title))),
      JSONMember(name: "status", value: JSONValue(status)),
      JSONMember(name: "detail", value: .string(language.pick(text.detail))),
      JSONMember(name: "code", value: .string(code)),
      JSONMember(name: "traceId", value: .string(traceID)),
    ]
    if !errors.isEmpty {
      members.append(
        JSONMember(
          name: "errors",
          value: .array(
            errors.map {
              [
                "pointer": .string(Self.presentable($0.pointer)), "code": .string($0.code.text),
                "detail": .string(language.pick($0.detail)),
              ]
            })))
    }
    return JSONValue.object(members + self.members).encoded
  }

  /// A pointer names members as they were sent; control characters are shown as what they are not, and a name
  /// of any length is cut.
  private static func presentable(_ pointer: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in pointer.unicodeScalars.prefix(1000) {
      shown.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}

extension Problem {
  /// The problem that a use case's refusal is.
  init(_ refusal: Procurement.Refusal) {
    switch refusal {
    case .notFound: self = .notFound
    case .forbidden: self = .forbidden
    case .stepUp: self = Problem(401, "step_up")
    case .invalid(let errors): self = .invalid(errors)
    case .idempotencyMismatch: self = Problem(422, "idempotency_mismatch")
    case .preconditionFailed: self = Problem(412, "precondition_failed")
    case .wrongState(let state):
      self = Problem(409, "wrong_state")
      members = [JSONMember(name: "state", value: .string(state))]
    case .separationOfDuties(let conflict):
      self = Problem(403, "separation_of_duties")
      members = [
        JSONMember(name: "performing", value: .string(conflict.performing.rawValue)),
        JSONMember(name: "held", value: .string(conflict.held.rawValue)),
      ]
    case .ownOrder: self = Problem(403, "separation_of_duties")
    case .ownDraft:
      self = Problem(403, "separation_of_duties")
      members = [
        JSONMember(name: "performing", value: .string(RuleDraftTransition.approve.rawValue)),
        JSONMember(name: "held", value: .string(RuleDraftTransition.create.rawValue)),
      ]
    case .rulesViolated(let decision):
      self = Problem(422, "rules_violated")
      members = [JSONMember(name: "decision", value: JSONValue(rule: decision.tree))]
    case .justificationRequired(let decision):
      self = Problem(409, "justification_required")
      members = [JSONMember(name: "decision", value: JSONValue(rule: decision.tree))]
    case .alreadyRegistered(let errors):
      self = Problem(409, "already_registered")
      self.errors = errors
    case .waiting(let code, let until):
      self = Problem(409, code)
      members = [JSONMember(name: "until", value: JSONValue(until))]
    case .conflict(let code, let pointer):
      self = Problem(409, code)
      if let pointer { errors = [FieldError(pointer, .alreadyRegistered)] }
    }
  }
}
