import StrictJSON

extension Refusal {
  /// A payment under a number that another payment has, told at its field.
  static var repeatedReference: Refusal {
    let sentence = Bilingual(
      id: "Nomor ini sudah dicatat untuk pembayaran lain.",
      en: "Another payment was recorded under this number.")
    return .alreadyRegistered([FieldError("/reference", .alreadyRegistered, detail: sentence)])
  }
}
