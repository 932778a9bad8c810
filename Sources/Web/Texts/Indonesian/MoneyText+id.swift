import EOrderRules

extension MoneyText {
  var indonesian: String {
    switch self {
    case .title: "Pembayaran"
    case .due: "Hak penyedia"
    case .transfer: "Ditransfer setelah denda"
    case .penalty: "Denda keterlambatan"
    case .stamp: "E-meterai pada kuitansi"
    case .deposits: "Setoran pajak"
    case .parts: "Serah terima per bagian"
    case .part: "Bagian"
    case .arrived: "Tiba"
    case .withOrder: "dibayar bersama pesanan"
    case .missing: "Dokumen yang belum ada"
    case .penaltyReckoned(let days, let base, let amount, let legal):
      "\(days) hari × 1‰ × \(base) = \(amount) (\(Language.indonesian.citation(legal)))"
    case .stampReckoned(let amount, let legal): "\(amount) (\(Language.indonesian.citation(legal)))"
    case .deposited: "Sudah disetor"
    case .notDeposited: "NTPN belum dicatat"
    case .withholdingSlip: "Nomor bukti potong"
    case .withholdingSlipHint: "Untuk PPh yang dipotong; penyedia memerlukannya untuk pajaknya sendiri."
    case .recordDeposit(let tax, let part):
      part.map { "Catat setoran \(tax), bagian ke-\($0)" } ?? "Catat setoran \(tax)"
    case .recordDepositMeans(let amount):
      "\(amount) disetor ke kas negara. Bila salah ketik, catat lagi: yang terakhir berlaku, yang lama tetap di jejak audit."
    case .depositOf(let tax, let amount, let by, let report):
      "\(tax) \(amount): setor paling lambat \(by), lapor paling lambat \(report)."
    case .paper(let paper): paper.indonesian
    }
  }
}

extension SupportingPaper {
  fileprivate var indonesian: String {
    switch self {
    case .purchaseOrder: "Surat pesanan"
    case .priceBasis: "HPS atau dasar harga"
    case .deliveryNote: "Surat jalan"
    case .photo: "Foto barang atau kegiatan"
    case .handover: "Berita acara serah terima"
    case .invoice: "Tagihan"
    case .receipt: "Kuitansi"
    case .taxInvoice: "Faktur pajak"
    case .taxSlip: "Bukti potong pajak"
    case .invitation: "Undangan rapat"
    case .attendance: "Daftar hadir"
    case .minutes: "Notulen"
    case .paymentOrder: "Bukti perintah bayar"
    }
  }
}
