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
      "DPP \(part) × \(base) = \(partOfBase); \(rate) × \(partOfBase) = \(amount)"
    case .on(let base, let amount): "Dari dasar \(base): \(amount)"
    case .notDue(let base): "Tidak dipungut dari dasar \(base)."
    case .together(let orders, let reckoned, let amount, let taken, let due):
      "Satu dengan pembayaran hari itu untuk \(orders): \(reckoned) = \(amount), sudah dipungut \(taken), dipungut di sini \(due)."
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
