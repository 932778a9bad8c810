extension ViolationCode {
  /// The sentences of the guards that look at the plan, the estimate and the comparison; filled in like those
  /// of `template`.
  func planTemplate(_ facts: [String]) -> BilingualText {
    switch self {
    case .planAnnounced where facts.contains("estimate"):
      .init(
        indonesian: "HPS {estimate:rp} melebihi pagu RUP paketnya, {limit:rp}.",
        english: "The own estimate of {estimate:rp} exceeds its package's announced {limit:rp}.")
    case .planAnnounced:
      facts.contains("limit")
        ? .init(
          indonesian: "Pesanan dari paket ini berjumlah {sum:rp}, di atas pagu RUP {limit:rp}.",
          english: "The orders of this package add up to {sum:rp}, above its announced {limit:rp}.")
        : .init(
          indonesian: "Paket baru diumumkan di RUP pada {announcedOn:date}, sesudah {day:date}.",
          english: "The package is announced on {announcedOn:date} only, after {day:date}.")
    case .estimateNeeded:
      .init(
        indonesian: "Pesanan {gross:rp}, di atas {limit:rp}, belum memiliki HPS.",
        english: "An order of {gross:rp}, above {limit:rp}, has no own estimate (HPS).")
    case .priceReason where facts.contains("listedPrice"):
      .init(
        indonesian:
          "Harga satuan {unitPrice:rp} di pesanan ini di atas harga katalog sekarang, {listedPrice:rp}.",
        english:
          "A unit price of {unitPrice:rp} in this order is above what the catalogue asks now, {listedPrice:rp}."
      )
    case .priceReason:
      .init(
        indonesian: "Kewajaran harga {gross:rp} ditunjukkan oleh {sources} dari {required} sumber.",
        english: "The price of {gross:rp} is shown to be reasonable by {sources} of {required} sources.")
    default:
      .init(
        indonesian: "Kandungan lokal {percent}% di bawah {least}%.",
        english: "A local content of {percent}% is below {least}%.")
    }
  }

  /// What would make such an order lawful.
  func planRemedy(_ facts: [String]) -> BilingualText {
    switch self {
    case .planAnnounced where facts.contains("estimate"):
      .init(
        indonesian:
          "Umumkan perubahan pagu paket di SiRUP, atau batalkan kebutuhan ini dan siapkan lagi dengan HPS yang lebih rendah.",
        english:
          "Announce the package's new amount in SiRUP, or cancel the need and prepare it anew with a lower estimate."
      )
    case .planAnnounced:
      facts.contains("limit")
        ? .init(
          indonesian: "Kurangi pesanan sebesar {excess:rp}, atau umumkan perubahan pagu paket di SiRUP.",
          english: "Take {excess:rp} off the order, or announce the package's new amount in SiRUP.")
        : .init(
          indonesian: "Umumkan paket di SiRUP lebih dahulu, atau perbaiki tanggal pengumumannya.",
          english: "Announce the package in SiRUP first, or correct the day of its announcement.")
    case .estimateNeeded:
      .init(
        indonesian: "PPK menetapkan HPS beserta dasar harganya pada kebutuhan atau paket.",
        english: "The commitment officer sets the own estimate and its grounds in the need or the package.")
    case .priceReason where facts.contains("listedPrice"):
      .init(
        indonesian:
          "Kembalikan ke draf dan simpan pesanan sekali lagi agar memakai harga katalog; hematnya {excess:rp}.",
        english:
          "Send it back to its draft and save it once more, so that it takes the catalogue's price; that saves {excess:rp}."
      )
    case .priceReason:
      .init(
        indonesian:
          "Catat {missing} harga pembanding lagi: riwayat katalog, pasar, atau standar satuan harga.",
        english: "Note {missing} more compared prices: earlier orders, the market, or a standard price.")
    default:
      .init(
        indonesian:
          "Cari lebih dahulu produk dengan kandungan lokal sekurang-kurangnya {least}%; bila tidak ada, catat alasannya.",
        english:
          "Look first for a product with a local content of at least {least}%; if there is none, note why.")
    }
  }
}
