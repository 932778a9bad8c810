extension ViolationCode {
  /// What would make a selection among offers lawful, and what answers an indicator on it.
  var offerRemedy: BilingualText {
    switch self {
    case .notLowestOffer:
      .init(
        indonesian: "Pilih penawaran terendah {lowest:rp}, atau tulis mengapa penawaran itu tidak dipilih.",
        english: "Select the lowest offer of {lowest:rp}, or write down why it is not selected.")
    case .fewOffers:
      .init(
        indonesian:
          "Buka kembali permintaan penawaran, atau catat bahwa hanya {count} penawaran sah yang masuk.",
        english: "Open the request again, or note that only {count} valid offers came in.")
    case .shortPeriod, .singleOffer:
      .init(
        indonesian:
          "Buka permintaan penawaran lebih lama dan kepada lebih banyak penyedia, atau jelaskan alasannya.",
        english: "Keep the request open longer and for more vendors, or explain why not.")
    case .closeToWinner, .identicalPrices:
      .init(
        indonesian: "Periksa apakah para penyedia saling terkait, lalu catat hasilnya.",
        english: "Look into whether the vendors are linked, and note what was found.")
    case .othersDisqualified, .lowestDisqualified, .oftenDisqualified:
      .init(
        indonesian: "Jelaskan mengapa penawaran itu gugur, dengan bukti pada berkasnya.",
        english: "Explain why those offers were disqualified, with the proof in the file.")
    case .variedVendor:
      .init(
        indonesian: "Periksa apakah penyedia sungguh memasok semua itu sendiri, lalu catat hasilnya.",
        english: "Look into whether the vendor really supplies all of that itself, and note what was found.")
    case .heavyDiscount:
      .init(
        indonesian: "Minta penyedia menunjukkan bagaimana harga {price:rp} dapat dipenuhi.",
        english: "Have the vendor show how it can deliver for {price:rp}.")
    default:
      .init(
        indonesian: "Perbaiki yang disebut di atas, atau mintalah pendapat UKPBJ sebelum melanjutkan.",
        english: "Mend what is named above, or ask the procurement unit before going on.")
    }
  }
}
