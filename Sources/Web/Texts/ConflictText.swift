import EOrderRules

/// Words of what a vendor shares with officials.
enum ConflictText {
  static let title = Words("Data bersama pejabat", "Particulars shared with officials")
  static let lead = Words(
    """
    Data yang sama antara penyedia dan pejabat menghentikan pesanan (COI1, Perpres 16/2018 Pasal 7). Yang bukan benturan \
    kepentingan, misalnya alamat rumah susun, Anda nyatakan dengan alasan dan tanggal akhir.
    """,
    """
    What a vendor shares with an official stops orders (COI1, Perpres 16/2018 Art. 7). What is no conflict of interest, \
    such as the address of a house with many homes, you declare with a reason and a last day.
    """)
  static let official = Words("Pejabat", "Official")
  static let shared = Words("Sama", "Shared")
  static let declared = Words("Dinyatakan bukan benturan", "Declared to be no conflict")
  static let none = Words("Tidak ada data bersama", "Nothing is shared")
  static let noneAdvice = Words(
    "Penyedia ini tidak berbagi data dengan pejabat mana pun.",
    "This vendor shares nothing with any official.")
  static let declarations = Words("Pernyataan", "Declarations")
  static let until = Words("Berlaku sampai", "Holds until")
  static let untilHint = Words("Paling cepat besok.", "Tomorrow at the earliest.")
  static let at = Words("Dinyatakan pada", "Declared on")
  static let link = Words("Nyatakan bukan benturan kepentingan", "Declare it to be no conflict of interest")
  static let declareMeans = Words(
    "Pesanan tidak lagi tertahan karenanya; pejabat itu tetap tidak boleh mengambil langkah pada pesanan penyedia ini.",
    "It stops no order from then on; the official still takes no step on this vendor's orders.")

  static func declare(_ name: String) -> Words {
    Words("Nyatakan untuk \(name)", "Declare for \(name)")
  }

  static func kind(_ kind: TraceKind) -> Words {
    switch kind {
    case .nik: Words("NIK", "NIK")
    case .phone: Words("telepon", "telephone")
    case .account: Words("rekening", "bank account")
    case .address: Words("alamat", "address")
    }
  }
}
