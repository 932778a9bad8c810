import EOrderRules

extension TaxText {
  var indonesian: String {
    switch self {
    case .title: "Nilai dan pajak"
    case .lead: "Setiap rupiah dari harga sampai yang diterima penyedia."
    case .priceExVat: "Harga tanpa PPN"
    case .vat: "PPN"
    case .gross: "Nilai pesanan"
    case .vatCollected: "PPN dipungut"
    case .withheld: "PPh dipotong"
    case .netToVendor: "Diterima penyedia"
    case .tax(let code): code.indonesian
    case .collectedBy(let collector): collector.indonesian
    case .reckoned(let base, let rate, let amount): "\(rate) × \(base) = \(amount)"
    case .reckonedOnPart(let base, let part, let partOfBase, let rate, let amount):
      "DPP \(part) × \(base) = \(partOfBase), dibulatkan; pajak \(rate) × \(part) × \(base) = \(amount)"
    case .raised(let plain, let more, let rate):
      "Tarif biasa \(plain). Penyedia belum punya NPWP, jadi tarifnya \(more) lebih tinggi: \(rate)."
    case .differing(.rounding, let sum): "Tiap baris dibulatkan sendiri ke rupiah penuh: \(sum)"
    case .differing(.exemptBand, let sum):
      "Sebagian harga masih dalam batas omzet setahun yang bebas pajak: \(sum)"
    case .differing(.bandPassed, let sum):
      "Omzet sudah melewati batas bebas pajak, jadi pajak atas bagian sebelumnya menyusul: \(sum)"
    case .differing(.luxury, let sum):
      "Sebagian barang tergolong mewah, kena pajak atas seluruh harganya: \(sum)"
    case .on(let base, let amount): "Dari dasar \(base): \(amount)"
    case .notDue(let base): "Tidak dipungut dari dasar \(base)."
    case .together(let orders, let amount, let taken, let due):
      "Itu pajak atas pembayaran ini bersama pembayaran hari itu untuk \(orders): dari \(amount), \(taken) sudah dipungut di sana dan \(due) dipungut di sini."
    case .legal(let text): "Dasar hukum: \(Language.indonesian.citation(text))"
    case .remedy(let text): "Jalan keluar: \(text)"
    case .ruleAndLaw(let code, let legal):
      "Aturan \(code) · Dasar hukum: \(Language.indonesian.citation(legal))"
    case .afterHandover:
      "Jumlah di atas sudah disesuaikan dengan barang yang diterima; rincian pajak di bawah dihitung saat pesanan terbit."
    case .rulesTitle: "Pemeriksaan aturan"
    case .rulesVersion(let version): "Aturan versi \(version)"
    case .nothingFound: "Tidak ada temuan. Pesanan ini memenuhi semua aturan."
    case .severity(let severity): severity.indonesian
    case .evidence(let form): form.indonesian
    }
  }
}

extension TaxCode {
  fileprivate var indonesian: String {
    switch self {
    case .ppn: "PPN"
    case .pph22: "PPh Pasal 22"
    case .pph23: "PPh Pasal 23"
    case .pph21: "PPh Pasal 21"
    case .pphFinal: "PPh Final UMKM"
    }
  }
}

extension Collector {
  fileprivate var indonesian: String {
    switch self {
    case .treasurer: "dipungut bendahara"
    case .platform: "dipungut platform"
    case .vendor: "disetor sendiri oleh penyedia"
    case .none: "tidak dipungut"
    }
  }
}

extension Severity {
  fileprivate var indonesian: String {
    switch self {
    case .block: "Menghalangi"
    case .hold: "Perlu alasan"
    case .warn: "Peringatan"
    case .info: "Catatan"
    }
  }
}

extension EvidenceForm {
  fileprivate var indonesian: String {
    switch self {
    case .purchaseSlip: "Bukti yang diperlukan: bukti pembelian"
    case .receiptBill: "Bukti yang diperlukan: kuitansi"
    }
  }
}
