import EOrderRules

/// The words of the comparison of offers.
enum OfferText {
  static let title = Words("Penawaran", "Offers")
  static let request = Words("Permintaan penawaran", "Request for offers")
  static let notPublished = Words(
    "Penyedia belum diminta menawar untuk kebutuhan ini.", "No vendor has been asked for this need yet.")
  static let published = Words("Diumumkan", "Published")
  static let closes = Words("Segel dibuka", "Seals are opened")
  static let regions = Words("Wilayah penyedia yang diundang", "Regions of the vendors that are asked")
  static let everywhere = Words("Semua yang melayani lokasi ini", "All that serve the place")
  static let regionsHint = Words(
    "Kosongkan untuk mengundang semua yang melayani lokasi ini.",
    "Leave empty to ask all that serve the place.")
  static let note = Words("Keterangan untuk penyedia", "Note to the vendors")
  static let noteHint = Words(
    "Misalnya cara penyerahan atau contoh yang diminta.", "For example how to deliver, or samples.")
  static let ownEstimate = Words("HPS", "Own estimate")
  static let deadlineHint = Words(
    "Kosongkan untuk akhir hari kerja kedua. Setelah saat ini penawaran dibuka bersama.",
    "Leave empty for the end of the second working day. All offers are opened together then.")
  static let publishMeans = Words(
    "Penyedia terverifikasi yang cocok diundang. Penawaran tersegel: tidak seorang pun membacanya sebelum batas waktu.",
    "Verified vendors that fit are asked. Offers are sealed: nobody reads them before the deadline.")
  static let sealed = Words("Penawaran masih tersegel", "Offers are still sealed")
  static let none = Words("Tidak ada penawaran yang masuk", "No offer came")
  static let noneAdvice = Words(
    "Akhiri permintaan ini, lalu minta lagi dengan wilayah lebih luas atau pilih penyedia dari katalog.",
    "End this request, then ask again in a wider region or choose a vendor from the catalogue.")
  static let comparison = Words("Perbandingan penawaran", "Offers compared")
  static let vendor = Words("Penyedia", "Vendor")
  static let rank = Words("Peringkat", "Rank")
  static let unitPrice = Words("Harga satuan", "Unit price")
  static let gross = Words("Nilai pesanan", "Value of the order")
  static let arrives = Words("Sampai paling lambat", "Arrives by")
  static let verdict = Words("Keputusan aturan", "What the rules say")
  static let neededOn = Words("Dibutuhkan", "Needed on")
  static func afterNeed(_ days: Int) -> Words {
    Words(
      "\(days) hari sesudah dibutuhkan",
      days == 1 ? "1 day after it is needed" : "\(days) days after it is needed")
  }
  static let clean = Words("Memenuhi aturan", "Fits the rules")
  static let state = Words("Status", "State")
  static let submitted = Words("Diterima pada", "Handed in")
  static let item = Words("Barang yang ditawarkan", "What is offered")
  static let itemDescription = Words("Uraian", "Description")
  static let vendorNote = Words("Catatan penyedia", "The vendor's note")
  static let seal = Words("Sidik segel (SHA-256)", "Fingerprint of the seal (SHA-256)")
  static let product = Words("Lihat produk di katalog", "See the product in the catalogue")
  static let negotiation = Words("Negosiasi", "Negotiation")
  static let counterMeans = Words(
    "Penyedia diminta menurunkan harga atau memperbaiki penawarannya; jawabannya tidak boleh lebih mahal.",
    "The vendor is asked for a lower price or a better offer; the answer may not be dearer.")
  static let askedPrice = Words("Harga satuan yang diminta", "Unit price that you ask for")
  static let askedPriceHint = Words(
    "Di bawah harga sekarang. Kosongkan bila yang diminta bukan harga.",
    "Below the present price. Leave empty if you ask for something else.")
  static let counterNote = Words("Yang Anda minta", "What you ask for")
  static let whyNotLowest = Words("Mengapa bukan yang termurah", "Why not the lowest")
  static let whyNotLowestHint = Words(
    "Wajib bila ada penawaran memenuhi syarat yang lebih murah.", "Needed where a cheaper offer is eligible.")
  static let fewOffers = Words("Catatan bila penawaran kurang", "Note where fewer offers came")
  static let atTheOffers = Words(
    "Penawaran sudah dibuka. Pejabat pengadaan membandingkan dan memilih di halaman penawaran.",
    "The offers are open. The procurement officer compares and selects on the page of the offers.")
  static let failed = Words(
    "Permintaan yang lalu tidak menghasilkan penawaran", "The request before brought no offer")
  static let failedAdvice = Words(
    "Minta lagi dengan wilayah lebih luas atau waktu lebih panjang, atau pilih penyedia dari katalog.",
    "Ask again in a wider region or with more time, or choose a vendor from the catalogue.")
  static let firstPrice = Words("Penawaran pertama", "First offer")
  static let open = Words("Buka halaman penawaran", "Open the page of the offers")

  static func deadline(_ zone: String) -> Words {
    Words("Batas waktu (\(zone))", "Deadline (\(zone))")
  }

  static func sealedUntil(_ moment: String) -> Words {
    Words(
      "Segel dibuka \(moment). Sebelum itu tidak seorang pun, termasuk admin, tahu isi atau jumlah penawaran.",
      "The seals are opened \(moment). Until then nobody, administrators included, knows what was offered or how often."
    )
  }

  static func blocked(_ count: Int) -> Words {
    Words("Ditolak aturan (\(count))", "Blocked by rules (\(count))")
  }
  static func remarks(_ count: Int) -> Words {
    Words("\(count) catatan", count == 1 ? "1 remark" : "\(count) remarks")
  }

  static func invalid(_ reason: String) -> Words {
    switch reason {
    case "seal_broken": Words("Segel rusak", "Seal broken")
    case "content_changed": Words("Isi tidak cocok dengan segelnya", "Content differs from the seal")
    case "vendor_not_verified": Words("Penyedia tidak lagi terverifikasi", "Vendor no longer verified")
    default: Words("Tidak sah", "Invalid")
    }
  }

  static func offerOf(_ vendor: String) -> Words { Words("Penawaran \(vendor)", "Offer of \(vendor)") }
  static func counter(vendor: String) -> Words {
    Words("Negosiasi dengan \(vendor)", "Negotiate with \(vendor)")
  }
  static func select(vendor: String) -> Words { Words("Pilih \(vendor)", "Select \(vendor)") }

  static func round(_ number: Int64, asked: String?) -> Words {
    let (id, en) = asked.map { (": diminta \($0)", ": asked for \($0)") } ?? ("", "")
    return Words("Putaran \(number)\(id)", "Round \(number)\(en)")
  }

  static func waitsUntil(_ moment: String) -> Words {
    Words("Menunggu jawaban sampai \(moment)", "Waits for an answer until \(moment)")
  }

  /// What the vendor answered.
  /// - Parameter isLower: whether the price went down, though not to what was asked for.
  static func answered(accepted: Bool, isLower: Bool, price: String) -> Words {
    if accepted { return Words("Disetujui: \(price)", "Agreed: \(price)") }
    return isLower
      ? Words("Tidak disetujui; harga baru \(price)", "Not agreed; new price \(price)")
      : Words("Harga tetap \(price)", "The price stays \(price)")
  }

  static func fewCame(_ count: Int, of wanted: Int) -> Words {
    Words(
      "Wajib: hanya \(count) penawaran yang dapat dibandingkan, yang diharapkan \(wanted). Tulis mengapa tetap dilanjutkan.",
      "Required: \(count) of the \(wanted) offers that are wanted can be compared. Say why it goes on all the same."
    )
  }

  static func state(_ state: OfferState?) -> Words {
    switch state {
    case .submitted: Words("Tersegel", "Sealed")
    case .withdrawn: Words("Ditarik", "Withdrawn")
    case .opened: Words("Dibuka", "Opened")
    case .clarified: Words("Sudah dinegosiasi", "Negotiated")
    case .selected: Words("Terpilih", "Selected")
    case .notSelected: Words("Tidak dipilih", "Not selected")
    case .invalid: Words("Tidak sah", "Invalid")
    case nil: Words("–", "–")
    }
  }
}
