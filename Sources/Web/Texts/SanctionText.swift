import Procurement

/// The words of sanctions of vendors.
enum SanctionText {
  static let title = Words("Usulan sanksi", "Proposed sanctions")
  static let lead = Words(
    "Usulan PPK setelah sebuah pesanan diputus. PA/KPA mengabulkan atau menolaknya.",
    "Proposed by commitment officers after an order was terminated. The budget owner grants or dismisses them."
  )
  static let propose = Words("Usulkan sanksi untuk penyedia", "Propose a sanction of the vendor")
  static let proposeMeans = Words(
    "PA/KPA memutuskan usulan ini. Penyedia diberi tahu.", "The budget owner decides. The vendor is told.")
  static let proposal = Words("Usulan", "Proposal")
  static let vendor = Words("Penyedia", "Vendor")
  static let order = Words("Pesanan yang diputus", "The terminated order")
  static let reason = Words("Alasan", "Reason")
  static let state = Words("Status", "State")
  static let anyState = Words("Semua status", "Any state")
  static let opened = Words("Diusulkan pada", "Proposed")
  static let answer = Words("Keputusan", "Decision")
  static let none = Words("Tidak ada usulan sanksi", "No sanction is proposed")
  static let noneAdvice = Words(
    "Usulan muncul di sini setelah PPK memutus sebuah pesanan.",
    "They appear here after an order was terminated.")
  static let grant = Words("Kabulkan usulan", "Grant the proposal")
  static let grantMeans = Words(
    "Penyedia langsung ditangguhkan atau masuk daftar hitam sesuai surat keputusan.",
    "The vendor is suspended or blacklisted at once, by the decree.")
  static let dismiss = Words("Tolak usulan", "Dismiss the proposal")
  static let decree = Words("Nomor surat keputusan", "Number of the decree")
  static let until = Words("Berlaku sampai", "Until")
  static let untilHint = Words("Wajib untuk daftar hitam.", "Needed for the blacklist.")

  static func proposal(_ proposal: SanctionCase.Proposal) -> Words {
    switch proposal {
    case .suspend: Words("Penangguhan", "Suspension")
    case .blacklist: Words("Daftar hitam", "Blacklist")
    }
  }

  static func state(_ state: SanctionCase.State) -> Words {
    switch state {
    case .open: Words("Menunggu keputusan", "Waits for a decision")
    case .granted: Words("Dikabulkan", "Granted")
    case .dismissed: Words("Ditolak", "Dismissed")
    }
  }
}
