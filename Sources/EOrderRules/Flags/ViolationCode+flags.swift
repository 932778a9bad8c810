extension ViolationCode {
  /// The sentences of the flags for auditors; filled in like those of `template`.
  var flagTemplate: BilingualText {
    switch self {
    case .nearThreshold:
      .init(
        indonesian: "{count} pesanan dalam {window} hari bernilai tepat di bawah {limit:rp}.",
        english: "{count} orders within {window} days lie just below {limit:rp}.")
    case .plannedTogether:
      .init(
        indonesian:
          "Rencana setahun {sum:rp} di atas {limit:rp} hanya dibeli langsung; pertimbangkan konsolidasi.",
        english:
          "The year's plan of {sum:rp}, above {limit:rp}, is bought directly only; consider consolidating.")
    case .paymentsTogether:
      .init(
        indonesian:
          "{count} pembayaran sehari berjumlah {sum:rp}, di atas {limit:rp}, dipajaki sebagai satu.",
        english: "{count} payments of one day, {sum:rp} together and above {limit:rp}, are taxed as one.")
    case .repeatedPair:
      .init(
        indonesian: "{count} dari {total} pesanan dalam {window} hari jatuh ke satu penyedia.",
        english: "{count} of {total} orders within {window} days went to one vendor.")
    case .haste:
      .init(
        indonesian: "Pesanan disanggupi {minutes} menit setelah draf dibuat.",
        english: "The order was accepted {minutes} minutes after it was drafted.")
    case .priceChanged:
      .init(
        indonesian: "Harga berubah dalam {window} hari sebelum atau sesudah pesanan.",
        english: "A price changed within {window} days before or after the order.")
    case .abovePriceMedian:
      .init(
        indonesian: "Harga satuan {unitPrice:rp} jauh di atas median {window} hari.",
        english: "The unit price of {unitPrice:rp} is far above the median of {window} days.")
    default:
      .init(
        indonesian: "Data penyedia sama dengan data pejabat.",
        english: "The vendor shares particulars with an official.")
    }
  }
}
