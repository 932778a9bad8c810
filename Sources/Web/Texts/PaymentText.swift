import EOrderRules

/// The words of the payment desk.
enum PaymentText {
  static let title = Words("Meja pembayaran", "Payment desk")
  static let lead = Words(
    "Pesanan yang sudah ditagih, menurut langkah yang menunggu Anda.",
    "Orders that are invoiced, by the step that waits for you.")
  static let order = Words("Pesanan", "Order")
  static let due = Words("Hak penyedia", "Due to the vendor")
  static let mode = Words("Cara bayar", "Mode")
  static let papers = Words("Dokumen", "Papers")
  static let complete = Words("Lengkap", "Complete")
  static let account = Words("Rekening", "Account")
  static let accountSame = Words("Tidak berubah", "Unchanged")
  static let more = Words(
    "Masih ada lagi; muncul setelah yang di atas selesai.", "There are more; they appear once these are done."
  )
  static let togetherMeans = Words(
    "Setiap pesanan diputuskan dan dicatat sendiri-sendiri. Yang ditolak aturan tetap menunggu dengan alasannya.",
    "Each order is decided and recorded by itself. What rules refuse goes on waiting, with the reason.")
  static let oneByOne = Words(
    "Nomor SP2D, transfer, atau transaksi kartu. Isi hanya baris yang sudah dibayar; NTPN menyusul di halaman pesanan.",
    "SP2D, transfer or card slip. Fill in only rows that were paid; NTPNs follow on the order's page.")
  static let reference = Words("Nomor bukti bayar", "Payment reference")
  static let taxes = Words("Setoran pajak dari pembayaran terakhir", "Taxes of the last payments")
  static let taxesLead = Words(
    "Catat NTPN saat mencatat pembayaran, atau sesudahnya, di halaman pesanan.",
    "NTPNs are recorded with the payment or after it, on the order's page.")
  static let tax = Words("Pajak", "Tax")
  static let amount = Words("Jumlah", "Amount")
  static let depositBy = Words("Setor paling lambat", "Deposit by")
  static let ntpn = Words("NTPN", "NTPN")
  static let reportBy = Words("Lapor paling lambat", "Report by")

  static func missing(_ count: Int) -> Words { Words("Kurang \(count)", "\(count) missing") }

  static func accountChanged(_ moment: String) -> Words {
    Words("Diubah \(moment)", "Changed \(moment)")
  }

  static func tickOf(_ number: String) -> Words { Words("Pilih pesanan \(number)", "Choose order \(number)") }

  static func referenceOf(_ number: String) -> Words {
    Words("Nomor bukti bayar pesanan \(number)", "Payment reference of order \(number)")
  }

  static func done(_ count: Int) -> Words {
    Words(
      "\(count) pesanan selesai pada langkah ini.",
      "\(count) \(count == 1 ? "order is" : "orders are") done with this step.")
  }

  static func notDone(_ count: Int) -> Words {
    Words(
      "\(count) pesanan belum dapat diproses",
      "\(count) \(count == 1 ? "order" : "orders") could not be taken on")
  }

  static func group(_ step: OrderTransition) -> Words {
    switch step {
    case .verify: Words("Diverifikasi kelengkapannya", "To verify")
    case .requestPayment: Words("Diajukan pembayarannya", "To request payment")
    case .approvePayment: Words("Disetujui pembayarannya", "To approve")
    default: Words("Dibayar dan dicatat", "To pay and record")
    }
  }

  static func nothing(_ step: OrderTransition) -> Words {
    switch step {
    case .verify: Words("Tidak ada tagihan yang menunggu verifikasi.", "No invoice waits to be verified.")
    case .requestPayment: Words("Tidak ada yang menunggu diajukan.", "Nothing waits to be requested.")
    case .approvePayment: Words("Tidak ada yang menunggu persetujuan.", "Nothing waits for approval.")
    default: Words("Tidak ada yang menunggu pembayaran.", "Nothing waits for payment.")
    }
  }

  static func together(_ step: OrderTransition) -> Words {
    switch step {
    case .verify: Words("Nyatakan yang dipilih lengkap", "Verify the chosen ones")
    case .requestPayment: Words("Ajukan pembayaran yang dipilih", "Request payment of the chosen ones")
    case .approvePayment: Words("Setujui pembayaran yang dipilih", "Approve the chosen ones")
    default: Words("Catat pembayaran yang diisi", "Record the payments that are filled in")
    }
  }
}
