extension ViolationCode {
  /// The sentences about requests for offers and the indicators on them; filled in like those of `template`.
  var offerTemplate: BilingualText {
    switch self {
    case .notLowestOffer:
      .init(
        indonesian:
          "Bukan penawaran sah terendah: {gross:rp}, terendah {lowest:rp}. Tulis alasannya pada reason.",
        english:
          "Not the lowest eligible offer: {gross:rp}, the lowest is {lowest:rp}. Write down why in reason.")
    case .fewOffers:
      .init(
        indonesian:
          "Hanya {count} penawaran sah, kurang dari {required}. Catat hal itu pada note untuk melanjutkan.",
        english: "Only {count} valid offers, fewer than {required}. Write that down in note to go on.")
    case .shortPeriod:
      .init(
        indonesian: "Permintaan penawaran hanya dibuka {days} hari kerja, lazimnya {usual}.",
        english: "The request was open for {days} working days only, {usual} are usual.")
    case .singleOffer:
      .init(indonesian: "Hanya satu penawaran masuk.", english: "One offer alone came in.")
    case .closeToWinner:
      .init(
        indonesian: "Penawaran berikutnya {limit:rp} sangat dekat dengan yang terpilih {sum:rp}.",
        english: "The next offer of {limit:rp} lies very close to the selected one of {sum:rp}.")
    case .identicalPrices:
      .init(
        indonesian: "{count} penyedia menawar harga yang persis sama, {price:rp}.",
        english: "{count} vendors offer exactly the same price, {price:rp}.")
    case .othersDisqualified:
      .init(
        indonesian: "Semua penawaran lain, {count}, gugur.",
        english: "All other offers, {count}, were disqualified.")
    case .lowestDisqualified:
      .init(
        indonesian: "Penawaran {lowest:rp}, di bawah yang terpilih {price:rp}, gugur.",
        english: "An offer of {lowest:rp}, below the selected one of {price:rp}, was disqualified.")
    case .oftenDisqualified:
      .init(
        indonesian: "{count} dari {total} penawaran satu penyedia gugur.",
        english: "{count} of {total} offers of one vendor were disqualified.")
    case .variedVendor:
      .init(
        indonesian: "Satu penyedia terpilih dalam {count} kategori yang berlainan.",
        english: "One vendor was selected in {count} different categories.")
    default:
      .init(
        indonesian: "Penawaran terpilih {price:rp} jauh di bawah penawaran berikutnya {second:rp}.",
        english: "The selected offer of {price:rp} is far below the next one of {second:rp}.")
    }
  }
}
