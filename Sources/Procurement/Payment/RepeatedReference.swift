import Postgres
import StrictJSON

extension PostgresError {
  /// Whether a payment was recorded under a number that another payment has.
  private var isRepeatedReference: Bool {
    sqlState == SQLState.uniqueViolation && constraint?.contains("payment_reference") == true
  }

  /// The refusal that tells it at its field; the error itself where it is another.
  var ofPayment: any Error {
    isRepeatedReference
      ? Refusal.alreadyRegistered([FieldError("/reference", .alreadyRegistered)]) : self
  }
}
