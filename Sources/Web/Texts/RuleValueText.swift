import EOrderRules

/// What the words of the tenant file mean, for people who read the rules.
enum RuleValueText {
  /// The meaning of a value; nil where it is a name or a number of its own.
  static func value(_ text: String) -> Words? { values[text] ?? choices[text] }

  private static let values = [
    "warn": Words("peringatan", "a warning"),
    "info": Words("catatan", "a note"),
    "hold": Words("ditahan", "held"),
    "block": Words("ditolak", "refused"),
    "require_reason": Words("wajib beralasan", "a reason is asked for"),
    "require": Words("menahan verifikasi", "holds up the check"),
    "inform": Words("hanya ditunjukkan", "only shown"),
    "required": Words("wajib", "required"),
    "optional": Words("boleh", "optional"),
    "in_province": Words("hanya dari provinsi ini", "of this province only"),
    "national": Words("dari seluruh Indonesia", "of all Indonesia"),
    "prefer_local": Words("diutamakan dari provinsi ini", "this province first"),
    "self": Words("mendaftar sendiri", "they register themselves"),
    "micro": Words("mikro", "micro"),
    "small": Words("kecil", "small"),
    "cooperative": Words("koperasi", "cooperatives"),
    "monthly": Words("setiap bulan", "every month"),
  ]

  private static let choices = [
    "internal": Words("oleh layanan ini", "by this service"),
    "bsre": Words("lewat BSrE", "through BSrE"),
    "GROSS": Words("termasuk semua pajak", "with all taxes"),
    "EX": Words("tanpa PPN", "without VAT"),
    "TREASURER": Words("bendahara", "the treasurer"),
    "PLATFORM": Words("layanan ini", "this service"),
    "SPLIT": Words("hanya bagian di atas batas dikenai pajak", "only what is above is taxed"),
    "FULL": Words("seluruhnya dikenai pajak", "all is taxed"),
    "REVIEW": Words("diperiksa orang", "somebody looks at it"),
    "SURCHARGE": Words("tarif lebih tinggi langsung dipakai", "the higher rate at once"),
    "id": Words("Indonesia", "Indonesian"),
    "en": Words("Inggris", "English"),
    "phone": Words("telepon", "phone"),
    "account": Words("rekening", "bank account"),
    "nik": Words("NIK", "NIK"),
    "page": Words("di halaman", "in the page"),
    "email": Words("e-mail", "e-mail"),
    "address": Words("alamat", "address"),
  ]

  /// The name of a part of a value.
  static func part(_ name: String) -> Words? { parts[name] }

  private static let parts = [
    "above": Words("di atas", "above"),
    "roles": Words("oleh", "by"),
    "fnb": Words("makanan", "food"),
    "default": Words("selebihnya", "all else"),
    "ref": Words("peraturan", "regulation"),
    "article": Words("pasal", "article"),
  ]
}
