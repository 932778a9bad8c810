import StrictJSON

/// The settings of the rules by what they are about, the ones that are asked for most first.
enum RuleGroup: String, CaseIterable {
  case orders, offers, prices, vendors, approval, deadlines, payment, taxes, splitting, flags, categories,
    papers
  case days, access, publication, province

  init(key: String) {
    self =
      switch key.prefix(while: { $0 != "." }) {
      case "order", "evidence", "direct", "compare": .orders
      case "rfo": .offers
      case "catalogue_check", "ssh": .prices
      case "umk", "vendor", "portability": .vendors
      case "approval", "hold", "sod", "units": .approval
      case "timer", "yearend": .deadlines
      case "payment": .payment
      case "tax": .taxes
      case "split": .splitting
      case "flags": .flags
      case "categories", "accounts": .categories
      case "numbering", "documents", "sign": .papers
      case "calendar", "workday": .days
      case "auth", "notify": .access
      case "publish", "retention", "export": .publication
      default: .province
      }
  }

  /// The settings of this group.
  func settings(_ all: [JSONValue]) -> [JSONValue] {
    all.filter { RuleGroup(key: $0["key"]?.text ?? "") == self }
  }

  var name: Words {
    switch self {
    case .orders: Words("Batas pesanan", "Limits of orders")
    case .offers: Words("Permintaan penawaran", "Requests for offers")
    case .prices: Words("Harga dan Katalog Elektronik", "Prices and the national catalogue")
    case .vendors: Words("Penyedia", "Vendors")
    case .approval: Words("Persetujuan dan tugas", "Approval and duties")
    case .deadlines: Words("Tenggat dan akhir tahun", "Deadlines and year's end")
    case .payment: Words("Pembayaran", "Payment")
    case .taxes: Words("Pajak", "Taxes")
    case .splitting: Words("Pemecahan paket", "Splitting")
    case .flags: Words("Tanda bahaya", "Red flags")
    case .categories: Words("Kategori dan kode rekening", "Categories and accounts")
    case .papers: Words("Dokumen dan penomoran", "Papers and numbering")
    case .days: Words("Hari libur dan jam kerja", "Holidays and office hours")
    case .access: Words("Masuk dan pemberitahuan", "Signing in and notices")
    case .publication: Words("Publikasi dan penyimpanan", "Publication and keeping")
    case .province: Words("Provinsi dan tampilan", "Province and brand")
    }
  }
}
