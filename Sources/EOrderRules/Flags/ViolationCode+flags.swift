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
        indonesian:
          "Harga berubah lebih dari batas dalam {window} hari; pesanan menunggu kurasi harga oleh verifikator.",
        english:
          "A price changed by more than the limit within {window} days; the order waits for a verifier's curation."
      )
    case .abovePriceMedian:
      .init(
        indonesian: "Harga satuan {unitPrice:rp} jauh di atas median {window} hari.",
        english: "The unit price of {unitPrice:rp} is far above the median of {window} days.")
    default:
      .init(
        indonesian:
          "Penyedia berbagi data dengan pejabat provinsi; pilih penyedia lain, atau minta Inspektorat memeriksanya.",
        english:
          "The vendor shares particulars with an official; choose another vendor, or have the auditor look into it."
      )
    }
  }
}
