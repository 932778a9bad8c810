/// The words of packages of the plan.
enum PackageText {
  static let words = Words("Nama atau kode RUP", "Name or RUP code")
  static let title = Words("Paket RUP", "Packages of the plan")
  static let lead = Words(
    "Setiap pesanan berasal dari sebuah paket; PA/KPA menugaskannya kepada PPK.",
    "Every order comes from a package; the budget owner assigns it to a commitment officer.")
  static let package = Words("Paket", "Package")
  static let code = Words("Kode RUP", "RUP code")
  static let year = Words("Tahun anggaran", "Budget year")
  static let ceiling = Words("Pagu", "Ceiling")
  static let estimate = Words("HPS", "Own estimate")
  static let announced = Words("Diumumkan", "Announced")
  static let method = Words("Cara pengadaan", "Method")
  static let catalogue = Words("Pemeriksaan Katalog", "Catalogue check")
  static let evidence = Words("Bukti pemeriksaan", "Evidence")
  static let officer = Words("PPK", "Commitment officer")
  static let assigned = Words("Ditugaskan", "Assigned")
  static let unassigned = Words("Belum ada PPK", "None yet")
  static let assign = Words("Tugaskan PPK", "Assign a commitment officer")
  static let reassign = Words("Ganti PPK", "Assign somebody else")
  static let assignMeans = Words(
    "PPK bertanggung jawab atas paket ini. Pesanan yang sedang berjalan ikut berpindah.",
    "The commitment officer answers for the package. Orders under way move along.")
  static let none = Words("Tidak ada paket", "No package")
  static let noneAdvice = Words(
    "Admin provinsi mengimpor paket dari SiRUP. Coba tahun anggaran lain.",
    "The province's administrator imports packages from SiRUP. Try another year.")

  static func ofYear(_ year: String) -> Words { Words("Paket tahun \(year)", "Packages of \(year)") }

  static func method(_ method: String) -> Words {
    switch method {
    case "direct": Words("Pengadaan langsung", "Direct procurement")
    case "small_tender": Words("Tender cepat atau seleksi", "Small tender")
    default: Words("Dikecualikan", "Exempted")
    }
  }
}

/// The words of budget lines.
enum BudgetText {
  static let title = Words("Mata anggaran", "Budget lines")
  static let lead = Words(
    "Yang sudah dipesan, terikat, dan dibayar dari setiap mata anggaran.",
    "What is reserved, committed and paid from each budget line.")
  static let line = Words("Mata anggaran", "Budget line")
  static let code = Words("Kode", "Code")
  static let account = Words("Kode rekening", "Account")
  static let activity = Words("Sub kegiatan", "Activity")
  static let ceiling = Words("Pagu", "Ceiling")
  static let reserved = Words("Dicadangkan (diajukan)", "Reserved (submitted)")
  static let committed = Words("Terikat (surat pesanan terbit)", "Committed (issued)")
  static let realised = Words("Dibayar", "Paid")
  static let available = Words("Sisa", "Left")
  static let spending = Words("Ke mana anggaran ini pergi", "Where the money goes")
  static let versions = Words("Riwayat pagu", "Ceilings so far")
  static let versionName = Words("Versi", "Version")
  static let before = Words("Sebelumnya", "Before")
  static let takenAt = Words("Diimpor", "Imported")
  static let none = Words("Tidak ada mata anggaran", "No budget line")
  static let noneAdvice = Words(
    "Admin provinsi mengimpor DPA. Coba tahun anggaran lain.",
    "The province's administrator imports the budget. Try another year.")
  static let redList = Words("Daftar merah", "Red list")
  static let redListMeans = Words(
    "Pengurangan pagu ini belum dapat diterima, karena yang sudah terikat dan dibayar melebihinya. Batalkan atau kurangi pesanan dahulu.",
    "These cuts could not be taken, since more is committed and paid. Cancel or reduce orders first.")
  static let asked = Words("Pagu yang diminta", "Ceiling asked for")
  static let used = Words("Sudah terpakai", "Used")
  static let missing = Words("Harus dibebaskan", "To be freed")
  static let refusedAt = Words("Ditolak pada", "Refused")

  static func ofYear(_ year: String) -> Words {
    Words("Mata anggaran tahun \(year)", "Budget lines of \(year)")
  }

  static func version(_ version: String) -> Words {
    switch version {
    case "murni": Words("DPA murni", "Original")
    case "pergeseran": Words("Pergeseran", "Shifted")
    default: Words("Perubahan (DPPA)", "Amended")
    }
  }
}
