extension ViolationCode {
  /// The remedies of the guards of procedure, payment, splitting and plan.
  func procedureRemedy(_ facts: [(name: String, value: RuleValue)]) -> BilingualText {
    func has(_ name: String) -> Bool { facts.contains { $0.name == name } }
    switch self {
    case .directMaximum:
      return .init(
        indonesian:
          "Tambahkan {missing} harga pembanding, terbitkan permintaan penawaran, atau kurangi pesanan menjadi paling tinggi {limit:rp}; bila tidak, PPK menulis alasan saat menerbitkan.",
        english:
          "Add {missing} compared prices, publish a request for offers, or bring the order down to {limit:rp}; otherwise the commitment officer writes a justification when issuing."
      )
    case .reviewRequired:
      if let remedy = facts.first(where: { $0.name == "reasons" }).flatMap({ reviewRemedy($0.value) }) {
        return remedy
      }
      return facts.contains { $0.value == ["no_npwp"] }
        ? .init(
          indonesian:
            "Minta NPWP penyedia; tanpa NPWP berlaku tarif yang lebih tinggi, dan PPK menulis alasan saat menerbitkan.",
          english:
            "Ask the vendor for its taxpayer number; without it the higher rate holds, and the commitment officer writes a justification when issuing."
        )
        : .init(
          indonesian:
            "Cocokkan peredaran usaha penyedia tahun ini dengan pernyataannya, lalu tulis keputusan pajaknya sebagai alasan saat menerbitkan; pajak dihitung penuh sampai saat itu.",
          english:
            "Compare the vendor's turnover of this year with its statement, and write the decision on the tax as the justification when issuing; until then the full tax is reckoned."
        )
    case .paymentMode where has("debitAccount"):
      return .init(
        indonesian:
          "Bendahara mendaftarkan rekening unit yang akan didebit, lalu mengajukan pembayaran ini lagi.",
        english: "The treasurer registers the unit's account to be debited and asks for this payment again.")
    case .paymentMode:
      return has("limit")
        ? .init(
          indonesian: "Bayar dengan LS, atau kurangi pesanan menjadi paling tinggi {limit:rp}.",
          english: "Pay by LS, or bring the order down to {limit:rp}.")
        : .init(
          indonesian: "Pilih cara pembayaran yang dipakai provinsi ini: {allowed}.",
          english: "Choose a mode of payment that this province has: {allowed}.")
    case .yearEnd where has("year"):
      return .init(
        indonesian:
          "Tetapkan tanggal dalam tahun anggaran {year} paket ini, atau gunakan paket tahun berikutnya.",
        english: "Set a date within the package's budget year {year}, or use a package of the next year.")
    case .yearEnd:
      return .init(
        indonesian:
          "Tetapkan tanggal paling lambat {cutOff:date}, atau rencanakan pesanan untuk tahun anggaran berikutnya.",
        english: "Set a date no later than {cutOff:date}, or plan the order for the next budget year.")
    case .splitPackage:
      return .init(
        indonesian:
          "Dari paket ini masih dapat dipesan paling tinggi {room:rp}; selebihnya laksanakan melalui SPSE.",
        english: "At most {room:rp} more can be ordered from this package; buy the rest through SPSE.")
    case .splitCategory, .splitVendor:
      return .init(
        indonesian:
          "Kurangi pesanan menjadi paling tinggi {room:rp}, gabungkan kebutuhannya melalui SPSE, atau PPK menulis alasan saat menerbitkan, misalnya: {acceptedReasons:word}.",
        english:
          "Bring the order down to {room:rp}, buy the needs together through SPSE, or the commitment officer writes a justification when issuing, for instance: {acceptedReasons:word}."
      )
    case .newProduct:
      return .init(
        indonesian:
          "PPK memeriksa produk dan harganya, lalu menulis alasan saat menerbitkan, misalnya: {acceptedReasons:word}; atau tunggu {hours} jam sejak produk tayang.",
        english:
          "The commitment officer checks the product and its price and writes a justification when issuing, for instance: {acceptedReasons:word}; or wait until {hours} hours after the listing."
      )
    case .addendumLimit:
      return .init(
        indonesian: "Kurangi perubahan sehingga nilainya paling tinggi {limit:rp}, atau buat pesanan baru.",
        english: "Lessen the change so that the value is at most {limit:rp}, or place another order.")
    case .planAnnounced, .estimateNeeded, .priceReason, .localContent:
      return planRemedy(facts.map(\.name))
    default:
      return flagRemedy
    }
  }

  /// The remedies of what auditors look at.
  private var flagRemedy: BilingualText {
    switch self {
    case .nearThreshold:
      .init(
        indonesian: "Gabungkan kebutuhan yang sejenis, atau jelaskan mengapa tiap pesanan berdiri sendiri.",
        english: "Put like needs together, or explain why each order stands alone.")
    case .plannedTogether:
      .init(
        indonesian: "Gabungkan rencana {sum:rp} ini dalam satu paket melalui tender atau e-purchasing.",
        english: "Put this plan of {sum:rp} into one package, by tender or e-purchasing.")
    case .paymentsTogether:
      .init(
        indonesian: "Pungut pajak dari jumlah {sum:rp}, bukan dari tiap pembayaran.",
        english: "Collect tax on {sum:rp} together, not on each payment.")
    case .repeatedPair:
      .init(
        indonesian: "Minta penawaran dari penyedia lain, atau jelaskan mengapa hanya satu yang sesuai.",
        english: "Ask other vendors for offers, or explain why only one fits.")
    case .haste:
      .init(
        indonesian: "Jelaskan bagaimana barang dan harga diperiksa dalam {minutes} menit.",
        english: "Explain how goods and price were checked within {minutes} minutes.")
    case .priceChanged:
      .init(
        indonesian: "Tunggu sampai verifikator memeriksa harga baru, atau pilih produk lain.",
        english: "Wait until a verifier has looked at the new price, or choose another product.")
    case .abovePriceMedian:
      .init(
        indonesian:
          "Tawar harga mendekati median {median:rp}, pilih produk lain, atau PPK menulis alasan saat menerbitkan.",
        english:
          "Bring the price nearer to the median of {median:rp}, choose another product, or the commitment officer writes a justification when issuing."
      )
    case .conflictOfInterest:
      .init(
        indonesian:
          "Pilih penyedia lain, atau minta Inspektorat memeriksa data yang sama itu; bila bukan benturan kepentingan, Inspektorat menyatakannya dengan alasan.",
        english:
          "Choose another vendor, or have the auditor look into what the two share; where it is no conflict, the auditor declares so with a reason."
      )
    default: offerRemedy
    }
  }
}
