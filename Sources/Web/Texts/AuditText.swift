import Procurement

/// The words of the auditor's pages.
enum AuditText {
  static let search = Words("Cari di seluruh provinsi", "Search the whole province")
  static let searchLead = Words(
    "Pesanan, kebutuhan, paket, penyedia, produk, dan pejabat; juga nomor, NIB, OCID, atau nomor bukti bayar.",
    "Orders, needs, packages, vendors, products and officials; also by number, NIB, OCID or payment reference."
  )
  static let words = Words("Kata atau nomor", "Word or number")
  static let tooShort = Words("Ketik sedikitnya dua huruf.", "Type two letters at least.")
  static let nothing = Words("Tidak ada yang ditemukan", "Nothing was found")
  static let nothingAdvice = Words(
    "Coba bagian kata yang lebih pendek, atau nomor lengkapnya.",
    "Try a shorter part of the word, or the whole number.")
  static let what = Words("Yang ditemukan", "Found")
  static let since = Words("Sejak", "Since")
  static let log = Words("Jejak audit", "Audit log")
  static let logLead = Words(
    "Setiap entri disegel dalam pohon hash; yang diubah atau dihapus langsung terlihat saat diperiksa.",
    "Every entry is sealed in a tree of hashes; whatever is changed or removed shows when it is verified.")
  static let number = Words("Nomor", "Number")
  static let at = Words("Waktu", "Time")
  static let who = Words("Siapa", "Who")
  static let action = Words("Tindakan", "Action")
  static let subject = Words("Mengenai (ID)", "About (id)")
  static let seal = Words("Hash daun (SHA-256)", "Leaf hash (SHA-256)")
  static let unsealed = Words("belum disegel", "not sealed yet")
  static let story = Words("Bukti di jejak audit", "Proofs in the audit log")
  static let wholeStory = Words("Semua entri tentang pesanan ini", "All entries about this order")

  static func more(_ count: Int) -> Words {
    Words(
      "\(count) yang terbaru ditampilkan; persempit pencarian.",
      "The newest \(count) are shown; search more closely.")
  }

  static func imported(_ kind: ImportKind) -> Words {
    let file = ImportText.kind(kind)
    return Words("Berkas diimpor: \(file.indonesian)", "File imported: \(file.english)")
  }

  static func kind(_ kind: SearchHit.Kind) -> Words {
    switch kind {
    case .order: Words("Pesanan", "Orders")
    case .need: Words("Kebutuhan", "Needs")
    case .planned: Words("Paket RUP", "Packages")
    case .vendor: Words("Penyedia", "Vendors")
    case .product: Words("Produk", "Products")
    case .official: Words("Pejabat", "Officials")
    }
  }
}

/// The words of reports for officials.
enum ReportText {
  static let title = Words("Laporan", "Reports")
  static let concentration = Words("Pemusatan pada penyedia", "Concentration on vendors")
  static let concentrationLead = Words(
    "Seberapa jauh belanja sebuah unit untuk satu kategori jatuh ke sedikit penyedia. Indeks 10.000 berarti satu penyedia saja.",
    "How far a unit's purchases of a category go to few vendors. An index of 10,000 is a single vendor.")
  static let concentrationLink = Words(
    "Pemusatan pada penyedia – apakah belanja jatuh ke sedikit penyedia",
    "Concentration on vendors – whether purchases go to few vendors")
  static let budget = Words("Anggaran menurut unit", "Budget by unit")
  static let budgetLink = Words(
    "Anggaran menurut unit – berapa yang terikat, dibayar, dan tersisa",
    "Budget by unit – what is bound, paid and left")
  static let unit = Words("Unit dan kategori", "Unit and category")
  static let office = Words("Unit kerja", "Unit")
  static let orders = Words("Pesanan", "Orders")
  static let vendors = Words("Penyedia", "Vendors")
  static let gross = Words("Nilai", "Value")
  static let index = Words("Indeks pemusatan (HHI)", "Concentration (HHI)")
  static let largest = Words("Penyedia terbesar", "Largest vendor")
  static let none = Words("Belum ada pesanan pada masa ini", "No order in these days")
  static let noneAdvice = Words("Pilih masa yang lebih panjang.", "Choose a longer time.")
  static let from = Words("Dari", "From")
  static let to = Words("Sampai", "To")
  static let chart = Words("Bagian penyedia terbesar menurut unit", "Share of the largest vendor, by unit")

  /// Of very few orders nothing can be said.
  static func verdict(_ index: Int64, orders: Int64) -> Words {
    orders < 5
      ? Words("terlalu sedikit pesanan", "too few orders")
      : index >= 2500
        ? Words("terpusat", "concentrated")
        : index >= 1500 ? Words("sedang", "moderate") : Words("tersebar", "spread")
  }
}
