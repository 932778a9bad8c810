extension ViolationCode {
  /// The sentences: `{name}` stands for a fact, `{name:rp}` for a fact that is an amount;
  /// `facts` are the names of those that the violation has.
  func template(_ facts: [String]) -> BilingualText {
    switch self {
    case .orderCap:
      .init(
        indonesian: "Nilai pesanan {gross:rp} melebihi batas {limit:rp}.",
        english: "The order's value of {gross:rp} exceeds the cap of {limit:rp}.")
    case .evidenceForm where facts.contains("missing"):
      .init(
        indonesian: "Berkas pembayaran belum lengkap: {missing:word}.",
        english: "Papers of the payment are missing: {missing:word}.")
    case .evidenceForm:
      .init(
        indonesian: "Kuitansi hanya berlaku sampai {limit:rp}; nilai pesanan ini {gross:rp}.",
        english: "A receipt (kuitansi) is good up to {limit:rp}; this order is worth {gross:rp}.")
    case .budgetAvailable:
      .init(
        indonesian: "Anggaran tersisa {available:rp}, pesanan memerlukan {gross:rp}.",
        english: "The budget line has {available:rp} left, the order needs {gross:rp}.")
    case .standardPrice:
      facts.contains("above")
        ? .init(
          indonesian:
            "Harga satuan {unitGross:rp} termasuk pajak di atas standar satuan harga {standardPrice:rp}.",
          english:
            "A unit price of {unitGross:rp} with taxes is above its standard price of {standardPrice:rp}.")
        : .init(
          indonesian: "Ada barang tanpa standar satuan harga.", english: "A product has no standard price.")
    case .catalogueFirst:
      .init(
        indonesian: "Hasil pemeriksaan Katalog Elektronik belum memenuhi syarat.",
        english: "The check of the national catalogue does not settle that the order may be made here.")
    case .vendorNotVerified:
      .init(
        indonesian: "Penyedia belum atau tidak lagi terverifikasi: {state:word}.",
        english: "The vendor is not, or no longer, verified: {state:word}.")
    case .vendorSize:
      .init(
        indonesian: "Skala usaha penyedia tidak diperkenankan: {size:word}.",
        english: "The size of the vendor's business is not admitted: {size:word}.")
    case .productNotListed:
      .init(
        indonesian: "Produk tidak tayang di katalog.", english: "A product is not listed in the catalogue.")
    case .minimumQuantity:
      .init(
        indonesian: "Jumlah {quantity} di bawah pembelian minimum {minimum}.",
        english: "A quantity of {quantity} is below the {minimum} that the vendor sells at least.")
    case .stock:
      .init(
        indonesian: "Jumlah {quantity} melebihi stok penyedia, yaitu {available}.",
        english: "A quantity of {quantity} exceeds the vendor's stock of {available}.")
    case .directMaximum:
      .init(
        indonesian:
          "Pembelian langsung {gross:rp} di atas {limit:rp} memerlukan {required} harga pembanding.",
        english: "A direct order of {gross:rp}, above {limit:rp}, needs {required} compared prices.")
    case .notLowestOffer, .fewOffers, .shortPeriod, .singleOffer, .closeToWinner, .identicalPrices,
      .othersDisqualified, .lowestDisqualified, .oftenDisqualified, .variedVendor,
      .heavyDiscount:
      offerTemplate
    case .reviewRequired:
      .init(
        indonesian: "Perlakuan pajak perlu diputuskan oleh petugas.",
        english: "The tax treatment needs a person's decision.")
    case .paymentMode where facts.contains("debitAccount"):
      .init(
        indonesian: "Unit pesanan ini belum mempunyai rekening yang terdaftar untuk autodebit.",
        english: "No account is registered that the bank may debit for the order's unit.")
    case .paymentMode:
      .init(
        indonesian: "Cara pembayaran {mode} tidak dapat dipakai untuk pesanan ini.",
        english: "The mode of payment {mode} cannot be used for this order.")
    case .yearEnd:
      facts.contains("year")
        ? .init(
          indonesian: "Tanggal {day:date} berada di luar tahun anggaran {year} dari paket ini.",
          english: "The date {day:date} lies outside the package's budget year {year}.")
        : .init(
          indonesian: "Tanggal {day:date} melewati batas akhir tahun {cutOff:date}.",
          english: "The date {day:date} lies after the year-end cut-off {cutOff:date}.")
    case .certificate:
      facts.contains("until")
        ? .init(
          indonesian: "Sertifikat kompetensi {number} berakhir {until:date}; perbarui di data pegawai.",
          english: "The certificate of competence {number} ended on {until:date}; record its renewal.")
        : .init(
          indonesian: "Sertifikat kompetensi pejabat ini belum tercatat.",
          english: "No certificate of competence of this official is recorded.")
    case .splitPackage:
      .init(
        indonesian: "Pesanan paket ini berjumlah {sum:rp}, di atas {limit:rp}; gunakan SPSE.",
        english: "The orders of this package add up to {sum:rp}, above {limit:rp}; use SPSE.")
    case .splitCategory:
      .init(
        indonesian: "Pesanan sejenis dalam {window} hari berjumlah {sum:rp}, di atas {limit:rp}.",
        english: "Similar orders within {window} days add up to {sum:rp}, above {limit:rp}.")
    case .splitVendor:
      .init(
        indonesian: "Pesanan ke penyedia ini dalam {window} hari berjumlah {sum:rp}, di atas {limit:rp}.",
        english: "Orders from this vendor within {window} days add up to {sum:rp}, above {limit:rp}.")
    case .newProduct:
      .init(
        indonesian: "Produk baru tayang kurang dari {hours} jam sebelum pesanan.",
        english: "A product was listed less than {hours} hours before the order.")
    case .addendumLimit:
      .init(
        indonesian: "Adendum menaikkan nilai menjadi {gross:rp}, di atas {limit:rp} yang diperkenankan.",
        english: "The amendment raises the value to {gross:rp}, above the {limit:rp} that is allowed.")
    case .planAnnounced, .estimateNeeded, .priceReason, .localContent: planTemplate(facts)
    case .conflictOfInterest where facts.contains("declared"):
      .init(
        indonesian:
          "Penyedia berbagi data dengan {declared} pejabat; Inspektorat sudah menyatakannya bukan benturan kepentingan.",
        english:
          "The vendor shares particulars with {declared} officials; the auditor has declared it no conflict of interest."
      )
    case .nearThreshold, .plannedTogether, .paymentsTogether, .repeatedPair, .haste, .priceChanged,
      .abovePriceMedian, .conflictOfInterest:
      flagTemplate
    }
  }
}
