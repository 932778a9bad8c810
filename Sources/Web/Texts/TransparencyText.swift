import EOrderRules

/// The words of the public pages about what the province buys.
enum TransparencyText {
  static let title = Words("Transparansi", "Transparency")
  static let lead = Words(
    "Apa yang dibeli provinsi dari usaha kecil, dari siapa, dan seberapa cepat dibayar. Untuk siapa saja, tanpa akun.",
    "What the province buys from small businesses, from whom, and how soon it pays. For everyone, without an account."
  )
  static let from = Words("Dari tanggal", "From")
  static let to = Words("Sampai tanggal", "To")
  static let show = Words("Tampilkan", "Show")
  static let spending = Words("Belanja per dinas", "Spending by office")
  static let spendingLead = Words(
    "Nilai pesanan yang terbit pada masa itu, termasuk semua pajak.",
    "The value of the orders issued in that time, all taxes included.")
  static let unit = Words("Dinas", "Office")
  static let orders = Words("Pesanan", "Orders")
  static let gross = Words("Nilai", "Value")
  static let paid = Words("Sudah dibayar", "Paid")
  static let others = Words("Dinas lain", "Other offices")
  static let sum = Words("Jumlah", "Total")
  static let share = Words("Bagian usaha kecil", "Share of small businesses")
  static let shareLead = Words(
    "Berapa bagian belanja yang diterima usaha mikro, usaha kecil, dan koperasi.",
    "Which part of the spending went to micro and small businesses and cooperatives.")
  static let micro = Words("Usaha mikro", "Micro")
  static let small = Words("Usaha kecil", "Small")
  static let cooperative = Words("Koperasi", "Cooperatives")
  static let part = Words("Bagian", "Share")
  static let days = Words("Hari sampai dibayar", "Days until paid")
  static let median = Words("Biasanya (median)", "Usually (median)")
  static let longest = Words("Terlama", "Longest")
  static let late = Words("Terlambat", "Late")
  static let lateOnes = Words("Pembayaran yang terlambat", "Late payments")
  static let nobodyLate = Words(
    "Tidak ada pembayaran yang terlambat pada masa itu.", "No payment was late in that time.")
  static let order = Words("Pesanan", "Order")
  static let vendor = Words("Penyedia", "Vendor")
  static let handedOver = Words("Serah terima", "Handed over")
  static let paidOn = Words("Dibayar", "Paid on")
  static let notYet = Words("belum", "not yet")
  static let workingDays = Words("Hari kerja", "Working days")
  static let workbook = Words("Unduh sebagai lembar kerja (Excel)", "Download as a workbook (Excel)")
  static let download = Words("Unduh sebagai tabel (CSV)", "Download as a table (CSV)")
  static let nothing = Words("Belum ada data pada masa itu", "Nothing in that time")
  static let nothingAdvice = Words("Pilih masa yang lain.", "Choose another time.")
  static let purchases = Words("Pembelian satu per satu", "Purchases one by one")
  static let purchasesLead = Words(
    "Setiap pesanan dalam satu kalimat, yang terbaru dahulu.", "Every order in a sentence, the newest first.")
  static let noPurchases = Words("Belum ada pembelian", "No purchases yet")
  static let noPurchasesAdvice = Words(
    "Pesanan muncul di sini setelah terbit.", "Orders appear here once they are issued.")
  static let wrongPeriod = Words(
    "Tanggal akhir harus sesudah tanggal awal.", "The last day has to be after the first.")

  static func promise(_ days: Int) -> Words {
    Words(
      "Provinsi berjanji membayar dalam \(days) hari kerja sejak tagihan; lewat itu terlambat. Lamanya di sini dihitung sejak serah terima.",
      "The province promises to pay within \(days) working days of the invoice; beyond that is late. Times here run from the handover."
    )
  }

  static func days(_ count: Int) -> Words { Words("\(count) hari", "\(count) days") }

  static func wholeShare(_ percent: String) -> Words {
    Words("\(percent) dari seluruh belanja", "\(percent) of all spending")
  }

  /// A purchase in a sentence.
  static func sentence(unit: String, goods: String, vendor: String, price: String, day: String) -> Words {
    Words(
      "\(unit) memesan \(goods) dari \(vendor) seharga \(price) pada \(day).",
      "\(unit) ordered \(goods) from \(vendor) for \(price) on \(day).")
  }

  static func more(_ count: Int) -> Words { Words("dan \(count) lainnya", "and \(count) more") }

  static func paidSentence(_ day: String) -> Words { Words("Dibayar \(day).", "Paid on \(day).") }
}

/// The words of a vendor's public page.
enum VendorFaceText {
  static let size = Words("Ukuran usaha", "Size of the business")
  static let region = Words("Wilayah", "Region")
  static let delivered = Words("Pesanan yang sudah diserahkan", "Orders delivered")
  static let rating = Words("Penilaian dinas", "Rated by offices")
  static let notRated = Words("belum dinilai", "not rated yet")
  static let products = Words("Produk yang dijual", "Products on sale")
  static let none = Words("Belum ada produk tayang", "No products listed yet")
  static let noneAdvice = Words(
    "Lihat penyedia lain di katalog.", "See other vendors in the catalogue.")

  static func stars(_ tenths: String, count: Int) -> Words {
    Words("\(tenths) dari 5 (\(count) penilaian)", "\(tenths) of 5 (\(count) ratings)")
  }
}
