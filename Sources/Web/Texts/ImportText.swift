import Procurement

/// The words of imports and of the calendar.
enum ImportText {
  static let title = Words("Impor data", "Imports")
  static let lead = Words(
    "Berkas CSV diperiksa dahulu; diterima seluruhnya atau tidak sama sekali.",
    "CSV files are looked at first; each is taken whole or not at all.")
  static let template = Words("Unduh contoh CSV dengan kolomnya", "Download an example with its columns")
  static let file = Words("Berkas CSV", "CSV file")
  static let fileHint = Words(
    "UTF-8, dengan baris judul; pemisah koma atau titik koma.",
    "UTF-8 with a header row; commas or semicolons.")
  static let text = Words("Atau tempelkan isinya", "Or paste its content")
  static let textHint = Words(
    "Dipakai bila tidak ada berkas yang dipilih; sampai 15.000 huruf.",
    "Used where no file is chosen; up to 15,000 letters.")
  static let look = Words("Periksa dahulu", "Look first")
  static let take = Words("Impor", "Import")
  static let empty = Words("Pilih berkas, atau tempelkan isinya.", "Choose a file, or paste its content.")
  static let looked = Words("Berkas ini dapat diterima", "The file can be taken")
  static let taken = Words("Sudah diimpor", "Imported")
  static let nothingTaken = Words("Belum ada yang diimpor", "Nothing was imported")
  static let wrongRows = Words("Baris yang perlu diperbaiki", "Rows to mend")
  static let row = Words("Baris", "Row")
  static let column = Words("Kolom", "Column")
  static let what = Words("Yang salah", "What is wrong")

  static func counts(imported: Int, updated: Int, unchanged: Int) -> Words {
    Words(
      "\(imported) baru, \(updated) berubah, \(unchanged) sama.",
      "\(imported) new, \(updated) changed, \(unchanged) unchanged.")
  }

  static func errors(_ count: Int) -> Words {
    Words(
      "Ada \(count) hal yang perlu diperbaiki di berkas ini.",
      "\(count) \(count == 1 ? "thing has" : "things have") to be mended in the file.")
  }

  static func kind(_ kind: ImportKind) -> Words {
    switch kind {
    case .units: Words("Unit kerja", "Units")
    case .officials: Words("Pejabat", "Officials")
    case .budgetLines: Words("Mata anggaran", "Budget lines")
    case .packages: Words("Paket RUP", "Packages")
    case .standardPrices: Words("Standar harga", "Standard prices")
    case .vendors: Words("Penyedia", "Vendors")
    case .products: Words("Produk", "Products")
    case .blacklist: Words("Daftar hitam nasional", "National blacklist")
    case .holidays: Words("Hari libur", "Holidays")
    }
  }

  static func means(_ kind: ImportKind) -> Words {
    switch kind {
    case .units: Words("perangkat daerah dan bagiannya", "offices of the province and their parts")
    case .officials: Words("pengguna beserta peran dan sertifikatnya", "users with roles and certificates")
    case .budgetLines: Words("DPA atau DPPA dari SIPD", "the budget from SIPD")
    case .packages: Words("rencana umum pengadaan dari SiRUP", "the procurement plan from SiRUP")
    case .standardPrices: Words("SSH menurut peraturan gubernur", "SSH by the governor's regulation")
    case .vendors:
      Words("penyedia dari sistem sebelumnya, sebagai draf", "vendors of the system before, as drafts")
    case .products: Words("produk penyedia, sebagai draf", "their products, as drafts")
    case .blacklist: Words("penyedia yang dilarang secara nasional", "vendors that are banned nationally")
    case .holidays:
      Words("libur nasional, cuti bersama, dan libur daerah", "national, joint and local holidays")
    }
  }
}

/// The words of the calendar.
enum CalendarText {
  static let title = Words("Hari kerja dan libur", "Working days and holidays")
  static let lead = Words(
    "Semua tenggat dihitung dengan kalender ini.", "All deadlines are counted with this calendar.")
  static let day = Words("Hari", "Day")
  static let holiday = Words("Libur", "Holiday")
  static let source = Words("Dasar", "Source")
  static let none = Words("Belum ada hari libur tercatat", "No holiday is recorded")
  static let noneAdvice = Words("Impor hari libur tahun ini.", "Import this year's holidays.")
  static let more = Words("Impor hari libur", "Import holidays")

  static func zone(_ zone: String, working: Int) -> Words {
    Words(
      "Waktu \(zone). \(working) hari kerja dalam setahun ke depan.",
      "\(zone). \(working) working days in the year to come.")
  }
}
