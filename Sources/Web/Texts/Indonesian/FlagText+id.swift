import EOrderRules

extension FlagText {
  var indonesian: String {
    switch self {
    case .title: "Tanda bahaya"
    case .all: "Semua tanda"
    case .none: "Belum ada tanda di sini"
    case .noneAdvice: "Temuan aturan tampil di sini begitu terjadi."
    case .state: "Status"
    case .anyState: "Semua status"
    case .flag: "Tanda"
    case .subject: "Tentang"
    case .raised: "Muncul"
    case .officer: "Pejabat pembuat komitmen"
    case .name(let code): name(of: code)
    case .unknownName(let code): "Tanda \(code)"
    case .attempt: "Percobaan yang ditolak aturan"
    case .attemptMeans:
      "Pesanan yang dicoba tidak jadi dibuat atau diajukan; nilainya ikut dalam jumlah, tetapi tidak ada di daftar di bawah."
    case .legal: "Dasar hukum"
    case .rulesVersion: "Versi aturan"
    case .justification: "Alasan saat penerbitan"
    case .facts: "Mengapa tanda ini muncul"
    case .window(let days): "Dalam \(days) hari"
    case .sum: "Jumlah"
    case .limit: "Batas"
    case .similarity: "Kemiripan barang (dari 1.000)"
    case .acceptedReasons: "Alasan yang dapat diberikan"
    case .orders: "Pesanan yang terkait"
    case .order: "Pesanan"
    case .orderDate: "Tanggal"
    case .gross: "Nilai"
    case .withoutNumber: "tanpa nomor"
    case .goToOrder: "Buka pesanan"
    case .history: "Riwayat"
    case .system: "e-Order"
    case .act(let transition): act(transition)
    case .means(let transition): means(transition)
    case .done(let transition): done(transition)
    case .question: "Pertanyaan Anda"
    case .explanation: "Penjelasan Anda"
    case .reason: "Alasan"
    case .reasonCode: "Jenis alasan"
    case .noReasonCode: "Alasan lain"
    case .reasonName(let code): reasonName(code)
    case .said(let text): "“\(text)”"
    case .noStep: "Tidak ada yang perlu Anda lakukan pada tanda ini."
    case .ofOrder: "Tanda bahaya pesanan ini"
    }
  }

  private func name(of code: ViolationCode) -> String {
    switch code {
    case .splitPackage: "Paket dipecah"
    case .splitCategory: "Pesanan sejenis dipecah"
    case .splitVendor: "Pesanan satu penyedia dipecah"
    case .nearThreshold: "Tepat di bawah batas"
    case .plannedTogether: "Rencana layak tender"
    case .paymentsTogether: "Pembayaran sehari"
    case .repeatedPair: "Penyedia langganan"
    case .haste: "Disanggupi tergesa-gesa"
    case .newProduct: "Produk baru tayang"
    case .priceChanged: "Harga berubah"
    case .abovePriceMedian: "Di atas harga median"
    case .conflictOfInterest: "Benturan kepentingan"
    case .shortPeriod: "Waktu penawaran singkat"
    case .singleOffer: "Penawaran tunggal"
    case .closeToWinner: "Dekat dengan yang terpilih"
    case .identicalPrices: "Harga persis sama"
    case .othersDisqualified: "Lainnya gugur semua"
    case .lowestDisqualified: "Yang terendah gugur"
    case .oftenDisqualified: "Sering gugur"
    case .variedVendor: "Pasokan beraneka ragam"
    case .heavyDiscount: "Potongan besar"
    default: "Kode \(code.rawValue)"
    }
  }

  private func act(_ transition: FlagTransition) -> String {
    switch transition {
    case .ask: "Tanya pejabat"
    case .explain: "Jelaskan"
    case .accept: "Terima"
    case .escalate: "Teruskan"
    default: "Langkah \(transition.rawValue)"
    }
  }

  private func means(_ transition: FlagTransition) -> String {
    switch transition {
    case .ask: "Pejabat pembuat komitmen diberi tahu pertanyaan Anda dan menjawab di sini."
    case .explain: "Auditor membaca penjelasan Anda."
    case .accept: "Tanda selesai, dengan alasan Anda dalam riwayatnya."
    case .escalate: "PA/KPA diberi tahu, dan tandanya tetap tercatat."
    default: ""
    }
  }

  private func done(_ transition: FlagTransition) -> String {
    switch transition {
    case .raise: "Tanda muncul"
    case .renew: "Fakta berubah"
    case .justify: "Diberi alasan saat penerbitan"
    case .ask: "Ditanyakan"
    case .explain: "Dijelaskan"
    case .accept: "Diterima"
    case .escalate: "Diteruskan"
    }
  }

  private func reasonName(_ code: String) -> String {
    switch code {
    case "separate_event": "Acara yang berbeda"
    case "separate_location": "Tempat yang berbeda"
    case "recurring_need": "Kebutuhan berulang"
    case "urgent_need": "Kebutuhan mendesak"
    case "price_checked": "Harga sudah diperiksa"
    case "only_source": "Satu-satunya sumber"
    case "other_quality": "Mutu yang berbeda"
    case "small_quantity": "Jumlah sedikit"
    case "delivery_included": "Termasuk pengiriman"
    default: "Alasan \(code)"
    }
  }
}

extension FlagState {
  var indonesian: String {
    switch self {
    case .open: "Terbuka"
    case .asked: "Ditanyakan"
    case .explained: "Dijelaskan"
    case .accepted: "Diterima"
    case .escalated: "Diteruskan"
    }
  }
}
