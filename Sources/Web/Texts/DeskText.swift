import EOrderRules
import Procurement

/// The words of the desks of officials.
enum DeskText {
  static let title = Words("Meja kerja", "Your desk")
  static let order = Words("Pesanan", "Order")
  static let act = Words("Yang perlu dilakukan", "What to do")
  static let until = Words("Paling lambat", "Until")
  static let noDeadline = Words("Tanpa tenggat", "No deadline")
  static let matter = Words("Perihal", "Matter")
  static let about = Words("Mengenai", "About")
  static let since = Words("Sejak / tenggat", "Since / due")
  static let orders = Words("Pesanan yang menunggu Anda", "Orders that wait for you")
  static let needs = Words("Kebutuhan yang menunggu Anda", "Needs that wait for you")
  static let overlays = Words("Sengketa, usulan, dan penahanan", "Disputes, proposals and holds")
  static let rest = Words("Yang sedang dipegang orang lain", "What others hold")
  static let holder = Words("Dipegang oleh", "Held by")
  static let number = Words("Jumlah", "Number")
  static let late = Words("Lewat tenggat", "Overdue")
  static let empty = Words("Tidak ada yang menunggu Anda", "Nothing waits for you")
  static let emptyAdvice = Words(
    "Pekerjaan muncul di sini bila giliran Anda tiba.", "Work appears here when it is your turn.")
  static let newOrder = Words("Buat pesanan", "New order")
  static let newNeed = Words("Catat kebutuhan", "Write down a need")
  static let packages = Words("Paket RUP", "Packages of the plan")
  static let payments = Words("Meja pembayaran", "Payment desk")
  static let vendors = Words("Penyedia", "Vendors")
  static let curation = Words("Kurasi produk", "Product curation")
  static let flags = Words("Tanda bahaya", "Red flags")
  static let search = Words("Cari di seluruh provinsi", "Search the whole province")
  static let users = Words("Pengguna", "Users")
  static let imports = Words("Impor data", "Imports")
  static let rules = Words("Aturan", "Rules")
  static let onTheWay = Words("Barang dalam perjalanan", "Goods on their way")

  static func greeting(_ name: String) -> Words { Words("Meja kerja \(name)", "Desk of \(name)") }

  static func summary(waiting: Int, late: Int) -> Words {
    guard waiting > 0 else {
      return Words("Semua yang menjadi giliran Anda sudah selesai.", "All that was your turn is done.")
    }
    let overdue =
      late == 0
      ? Words("tidak ada yang lewat tenggat", "nothing is overdue")
      : Words("\(late) sudah lewat tenggat", "\(late) overdue")
    return Words(
      "\(waiting) hal menunggu Anda; \(overdue.indonesian).",
      "\(waiting) \(waiting == 1 ? "thing waits" : "things wait") for you; \(overdue.english).")
  }

  static func kind(_ kind: DeskMatter.Kind, number: Int) -> Words {
    let words =
      switch kind {
      case .unassigned: Words("Paket tanpa PPK", "Packages without a commitment officer")
      case .flag: Words("Tanda bahaya yang menunggu", "Red flags that wait")
      case .vendor: Words("Penyedia yang diverifikasi", "Vendors to verify")
      case .product: Words("Produk yang dikurasi", "Products to curate")
      case .paper: Words("Dokumen baru penyedia", "Renewed papers of vendors")
      case .account: Words("Rekening baru penyedia", "New accounts of vendors")
      case .lines: Words("Permintaan perubahan jenis usaha", "Requests for other lines of business")
      case .sanction: Words("Usulan sanksi", "Proposed sanctions")
      case .rules:
        Words("Rancangan aturan yang menunggu persetujuan", "Drafts of rules that wait for approval")
      case .invited: Words("Undangan yang belum dijawab", "Invitations without an answer")
      case .redLine: Words("Mata anggaran di daftar merah", "Budget lines on the red list")
      }
    return Words("\(words.indonesian) (\(number))", "\(words.english) (\(number))")
  }

  /// What somebody of a role can do where nothing waits, the roles that begin work first.
  static let advice: [(role: Role, words: Words)] = [
    (
      .procurementOfficer,
      Words(
        "Kebutuhan datang dari PPK. Untuk paket yang sudah punya PPK, Anda dapat membuat pesanan langsung.",
        "Needs come from the commitment officer. For a package that has one you can place an order yourself.")
    ),
    (
      .commitmentOfficer,
      Words(
        "Catat kebutuhan dari paket Anda, lalu teruskan ke Pejabat Pengadaan.",
        "Write down a need of one of your packages, then hand it to the procurement officer.")
    ),
    (
      .budgetOwner,
      Words(
        "Tugaskan PPK untuk paket RUP yang belum punya.",
        "Assign a commitment officer to the packages that have none.")
    ),
    (
      .treasurer,
      Words(
        "Tagihan muncul di sini setelah BAST ditandatangani dan penyedia menagih.",
        "Invoices appear here once the handover is signed and the vendor has billed.")
    ),
    (
      .verifier,
      Words(
        "Pendaftaran penyedia dan produk baru muncul di sini.",
        "New vendors and products appear here.")
    ),
    (
      .auditor,
      Words(
        "Tanda bahaya baru muncul di sini; Anda dapat mencari pesanan apa pun.",
        "New red flags appear here; you can search any order.")
    ),
    (
      .tenantAdmin,
      Words(
        "Periksa pengguna dan data acuan, atau buat rancangan aturan.",
        "Look after users and reference data, or draft a change of the rules.")
    ),
    (
      .ruleApprover,
      Words(
        "Rancangan aturan dari admin provinsi muncul di sini.",
        "Drafts of rules by the province's administrator appear here.")
    ),
    (
      .goodsKeeper,
      Words(
        "Pesanan yang sedang dikirim muncul di sini supaya penerimaannya dicatat.",
        "Orders on their way appear here, so that you record their arrival.")
    ),
  ]
}
