extension ViolationCode {
  /// What would make the order lawful, as sentences with gaps like those of `template`.
  func remedyTemplate(_ facts: [(name: String, value: RuleValue)]) -> BilingualText {
    func has(_ name: String) -> Bool { facts.contains { $0.name == name } }
    switch self {
    case .orderCap:
      return .init(
        indonesian:
          "Kurangi pesanan sekurang-kurangnya {excess:rp}, atau laksanakan pengadaan melalui SPSE atau Katalog Elektronik.",
        english: "Take at least {excess:rp} off the order, or buy through SPSE or the national catalogue.")
    case .evidenceForm where has("missing"):
      return .init(
        indonesian: "Lampirkan berkas itu pada pesanan, atau kembalikan tagihannya agar dilengkapi.",
        english: "Attach the papers to the order, or send the invoice back to have them added.")
    case .evidenceForm:
      return .init(
        indonesian:
          "Nilai di atas {limit:rp} memerlukan SPK, yang dibuat di SPSE; kuitansi cukup bila pesanan dikurangi sekurang-kurangnya {excess:rp}.",
        english:
          "A value above {limit:rp} needs a work order (SPK), which is made in SPSE; a receipt suffices once the order is at least {excess:rp} less."
      )
    case .budgetAvailable:
      return .init(
        indonesian:
          "Kurangi pesanan sebesar {excess:rp}, gunakan rekening belanja lain dari paket ini, atau ajukan pergeseran anggaran.",
        english:
          "Take {excess:rp} off the order, draw on another budget line of the package, or ask for the budget to be shifted."
      )
    case .standardPrice where has("above"):
      return .init(
        indonesian:
          "Tawar harga menjadi paling tinggi {standardPrice:rp} per satuan termasuk pajak, atau pilih produk lain.",
        english:
          "Bring the price down to at most {standardPrice:rp} a unit, taxes included, or choose another product."
      )
    case .standardPrice:
      return .init(
        indonesian:
          "Minta verifikator menautkan produk dengan standar satuan harga, atau catat harga pembandingnya.",
        english:
          "Have a verifier link the product to a standard price, or note prices it was compared with."
      )
    case .catalogueFirst:
      return .init(
        indonesian:
          "Cari barang ini di Katalog Elektronik. Bila ada, beli lewat e-purchasing; bila tidak ada, catat hasil “tidak ditemukan” beserta buktinya.",
        english:
          "Look for the goods in the national catalogue. If they are there, buy them by e-purchasing; if not, record “not found” with its proof."
      )
    case .vendorNotVerified:
      return .init(
        indonesian: "Tunggu sampai penyedia terverifikasi, atau pilih penyedia lain yang terverifikasi.",
        english: "Wait until the vendor is verified, or choose another vendor that is.")
    case .vendorSize:
      return .init(
        indonesian: "Pilih penyedia yang diperkenankan: {allowed:word}.",
        english: "Choose a vendor that is admitted: {allowed:word}.")
    case .productNotListed:
      return .init(
        indonesian: "Keluarkan produk itu dari pesanan, atau tunggu sampai verifikator menayangkannya.",
        english: "Take the product out of the order, or wait until a verifier has listed it.")
    case .minimumQuantity:
      return .init(
        indonesian: "Pesan sekurang-kurangnya {minimum}, atau pilih produk lain.",
        english: "Order at least {minimum}, or choose another product.")
    case .stock:
      return .init(
        indonesian: "Pesan paling banyak {available}, atau minta penyedia memperbarui stoknya.",
        english: "Order at most {available}, or ask the vendor to bring its stock up to date.")
    default:
      return procedureRemedy(facts)
    }
  }
}
