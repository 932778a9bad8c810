import EOrderRules

/// Words of the register of accounts that the bank may debit.
enum DebitAccountText {
  static let title = Words("Rekening autodebit", "Accounts to be debited")
  static let lead = Words(
    "Rekening unit yang didebit bank untuk pembayaran AUTODEBIT, setelah PA/KPA menyetujui.",
    "The units' accounts that the bank debits for payments by AUTODEBIT, once the budget owner has approved.")
  static let unit = Words("Unit", "Unit")
  static let bank = Words("Kode bank", "Bank code")
  static let number = Words("Nomor rekening", "Account number")
  static let name = Words("Atas nama", "In the name of")
  static let since = Words("Terdaftar", "Registered")
  static let standing = Words("Keadaan", "Standing")
  static let open = Words("Dipakai", "In use")
  static let closed = Words("Ditutup", "Closed")
  static let closedAt = Words("Ditutup pada", "Closed on")
  static let none = Words("Belum ada rekening", "No account yet")
  static let noneAdvice = Words(
    "Tanpa rekening terdaftar, pembayaran AUTODEBIT tidak dapat diajukan.",
    "Without a registered account no payment by AUTODEBIT can be asked for.")
  static let register = Words("Daftarkan rekening", "Register an account")
  static let registerMeans = Words(
    "Setiap unit punya satu rekening yang dipakai; sub-unit tanpa rekening memakai rekening induknya.",
    "Each unit has one account in use; sub-units without one use that of the unit above.")
  static let close = Words("Tutup rekening", "Close the account")
  static let closeMeans = Words(
    "Pembayaran tidak dapat diajukan lagi dari rekening ini.",
    "No payment is asked from this account any more.")
}
