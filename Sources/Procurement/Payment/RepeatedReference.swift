import Postgres
import StrictJSON

extension PostgresError {
  /// Whether a payment was recorded under a number that another payment has.
  private var isRepeatedReference: Bool {
    sqlState == SQLState.uniqueViolation && constraint?.contains("payment_reference") == true
  }

  /// The refusal that tells it at its field; the error itself where it is another.
  var ofPayment: any Error {
    guard isRepeatedReference else { return self }
    let sentence = Bilingual(
      id: "Nomor ini sudah dicatat untuk pembayaran lain.",
      en: "Another payment was recorded under this number.")
    return Refusal.alreadyRegistered([FieldError("/reference", .alreadyRegistered, detail: sentence)])
  }
}
