import EOrderRules

/// The words of ratings.
enum RatingText {
  static let lead = Words(
    "Tidak wajib, tetapi membantu pihak lain memilih. Setelah kedua pihak menilai, pesanan ditutup.",
    "Not compulsory, but it helps others to choose. Once both sides have rated, the order is closed.")
  static let closes = Words("Ditutup", "Closes")
  static let title = Words("Penilaian", "Ratings")

  static func by(_ side: OrderSide) -> Words {
    switch side {
    case .vendor: Words("Dari penyedia", "By the vendor")
    case .province: Words("Dari dinas", "By the office")
    }
  }

  static func stars(_ count: Int) -> Words { Words("\(count) dari 5 bintang", "\(count) of 5 stars") }

  static func open(_ count: Int) -> Words {
    Words("Boleh Anda nilai (\(count))", "You may rate (\(count))")
  }
}
