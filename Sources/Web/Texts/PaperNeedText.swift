/// Of whom a paper is asked, as it is told before anybody registers.
enum PaperNeedText {
  static let taxOrIdentity = Words(
    "Kartu NPWP, atau KTP pemilik bila belum punya NPWP",
    "The tax card (NPWP), or the owner's identity card where there is no NPWP yet")
  static let food = Words(
    "hanya bila menjual makanan atau minuman", "only where you sell food or drinks")
  static let vat = Words("hanya bila Pengusaha Kena Pajak", "only where you are registered for VAT")
}
