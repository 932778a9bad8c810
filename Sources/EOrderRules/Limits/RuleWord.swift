/// Codes that stand in sentences, by the names that people know them by.
enum RuleWord {
  /// The name of a code; the code itself where it has none.
  static func named(_ code: String, inIndonesian: Bool) -> String {
    guard let word = words[code] else { return code }
    return inIndonesian ? word.indonesian : word.english
  }

  private static let words: [String: BilingualText] = [
    "micro": .init(indonesian: "usaha mikro", english: "micro business"),
    "small": .init(indonesian: "usaha kecil", english: "small business"),
    "medium": .init(indonesian: "usaha menengah", english: "medium business"),
    "cooperative": .init(indonesian: "koperasi", english: "cooperative"),
    "not_found": .init(indonesian: "tidak ditemukan", english: "not found"),
    "found": .init(indonesian: "ditemukan", english: "found"),
    "not_checked": .init(indonesian: "belum diperiksa", english: "not checked"),
    "draft": .init(indonesian: "draf", english: "a draft"),
    "submitted": .init(indonesian: "menunggu verifikasi", english: "waiting to be verified"),
    "returned": .init(indonesian: "dikembalikan", english: "returned"),
    "rejected": .init(indonesian: "ditolak", english: "rejected"),
    "lapsed": .init(indonesian: "gugur", english: "lapsed"),
    "suspended": .init(indonesian: "ditangguhkan", english: "suspended"),
    "blacklisted": .init(indonesian: "dalam daftar hitam", english: "blacklisted"),
    "separate_event": .init(indonesian: "acara yang berbeda", english: "a separate event"),
    "separate_location": .init(indonesian: "lokasi yang berbeda", english: "a separate place"),
    "recurring_need": .init(indonesian: "kebutuhan yang berulang", english: "a need that recurs"),
    "urgent_need": .init(indonesian: "kebutuhan mendesak", english: "an urgent need"),
    "price_checked": .init(indonesian: "harga sudah diperiksa", english: "the price was checked"),
    "only_source": .init(indonesian: "satu-satunya penyedia", english: "the only source"),
    "other_quality": .init(indonesian: "mutu yang berbeda", english: "another quality"),
    "small_quantity": .init(indonesian: "jumlah kecil", english: "a small quantity"),
    "purchase_order": .init(indonesian: "surat pesanan", english: "the purchase order"),
    "price_basis": .init(indonesian: "dasar harga", english: "the basis of the price"),
    "delivery_note": .init(indonesian: "surat jalan", english: "the delivery note"),
    "photo": .init(indonesian: "foto", english: "a photo"),
    "handover": .init(indonesian: "BAST", english: "the handover"),
    "invoice": .init(indonesian: "tagihan", english: "the invoice"),
    "receipt": .init(indonesian: "kuitansi", english: "the receipt"),
    "tax_invoice": .init(indonesian: "faktur pajak", english: "the tax invoice"),
    "invitation": .init(indonesian: "undangan", english: "the invitation"),
    "attendance": .init(indonesian: "daftar hadir", english: "the list of attendance"),
    "minutes": .init(indonesian: "notulen", english: "the minutes"),
    "delivery_included": .init(indonesian: "ongkos kirim termasuk", english: "delivery is included"),
  ]
}
