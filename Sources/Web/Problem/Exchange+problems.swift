import Authentication
import EOrderRules
import Files
import Foundation
import Logging
import Postgres
import Procurement
import StrictJSON
import Tenancy

extension Exchange {
  /// The problem that an error becomes; what nobody foresaw is logged and is a 500 without detail.
  func problem(of error: any Error) -> Problem {
    switch error {
    case let problem as Problem: return problem
    case let refusal as Procurement.Refusal: return Problem(refusal)
    case let refusal as SignIn.Refusal:
      switch refusal {
      case .badCredentials, .wrongCode: return Problem(401, "bad_credentials")
      case .codeNeeded: return Problem(401, "otp_required")
      case .throttled(let wait): return .tooMany(retryAfter: wait)
      }
    case is PasswordHasher.Busy: return .unavailable("unavailable", retryAfter: 2)
    case let refusal as FileRefusal:
      switch refusal {
      case .tooLarge: return .tooLarge
      case .unsupportedType: return .unsupportedMediaType
      case .damaged: break
      }
    case let error as PostgresError:
      if let problem = problem(of: error) { return problem }
    case RulesError.overflow, is AmountOverflow:
      return .invalid([FieldError("", .outOfRange)])
    case is CancellationError: return .unavailable("unavailable", retryAfter: 1)
    default: break
    }
    source.logger.error(
      "request failed",
      metadata: ["path": "\(path)", "error": "\(error)", "constraint": "\(constraint(of: error))"])
    return Problem(500, "internal_error")
  }

  /// Constraints that a request can break in a race, and failures that pass by themselves.
  private func problem(of error: PostgresError) -> Problem? {
    if error.isTransient { return .unavailable("unavailable", retryAfter: 1) }
    let constraint = error.constraint ?? ""
    switch error.sqlState {
    case SQLState.uniqueViolation:
      return Problem(.conflict(code: "already_registered", pointer: pointer(constraint)))
    case SQLState.checkViolation where constraint.hasPrefix("duty_"):
      return Problem(403, "separation_of_duties")
    case SQLState.checkViolation where constraint == "budget_available":
      // Lost in a race; the next try meets the rule itself.
      return .unavailable("unavailable", retryAfter: 1)
    case SQLState.characterNotInRepertoire, SQLState.untranslatableCharacter: return .malformed()
    default: return nil
    }
  }

  /// Which constraint; never the row, which may hold personal data.
  private func constraint(of error: any Error) -> String { (error as? PostgresError)?.constraint ?? "" }

  private func pointer(_ constraint: String) -> String? {
    let pointers = [
      ("payment_reference", "/reference"), ("sku", "/sku"), ("nib", "/nib"), ("npwp", "/npwp"),
      ("email", "/email"), ("phone", "/phone"),
    ]
    return pointers.first { constraint.contains($0.0) }?.1
  }
}
