extension LetterText {
  var indonesian: String {
    switch self {
    case .greeting(let name): "Yth. \(name),"
    case .invitationSubject: "Buat kata sandi e-Order Anda"
    case .invitationLead: "Akun e-Order telah dibuat untuk Anda. Buatlah kata sandi untuk membukanya."
    case .invitationAction: "Buat kata sandi"
    case .resetSubject: "Kata sandi baru untuk e-Order"
    case .resetLead:
      "Ada yang meminta kata sandi baru untuk akun Anda. Jika bukan Anda, abaikan saja: kata sandi Anda tidak berubah."
    case .resetAction: "Buat kata sandi baru"
    case .resetAsk: "Minta kata sandi baru"
    case .passwordChangedSubject: "Kata sandi Anda telah diganti"
    case .passwordChangedLead: "Kata sandi akun e-Order Anda baru saja diganti."
    case .proofSubject: "Pastikan alamat surel Anda"
    case .proofLead:
      "Pastikan bahwa alamat ini milik Anda. Setelah itu kabar tentang pesanan, pembayaran, dan perubahan akun dikirim ke sini."
    case .proofAction: "Ya, alamat ini milik saya"
    case .emailChangedSubject: "Alamat surel Anda telah diganti"
    case .emailChangedLead: "Alamat surel akun e-Order Anda bukan lagi alamat ini."
    case .bankChangedSubject: "Rekening bank telah diganti"
    case .bankChangedLead(let vendor, let until):
      "Rekening bank \(vendor) telah diganti. Demi keamanan, pembayaran ke rekening itu baru dilakukan mulai \(until)."
    case .noticesSubject(let count):
      count == 1 ? "Ada yang menunggu Anda di e-Order" : "\(count) pemberitahuan di e-Order"
    case .noticesMore(let count): "Dan \(count) pemberitahuan lagi."
    case .noticesLead: "Anda belum membaca ini di e-Order:"
    case .noticesAction: "Semua pemberitahuan"
    case .linkOnce(let until): "Tautan ini hanya dapat dipakai satu kali, sampai \(until)."
    case .notYou:
      "Jika bukan Anda yang melakukannya, segera buat kata sandi baru dan beri tahu verifikator atau admin provinsi."
    case .automatic: "Pesan ini dikirim secara otomatis; balasan tidak dibaca."
    }
  }
}
