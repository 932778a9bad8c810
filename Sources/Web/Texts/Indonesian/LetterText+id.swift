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
    case .factorOnSubject: "Kode sekali pakai sudah aktif"
    case .factorOnLead:
      "Mulai sekarang akun e-Order Anda meminta kode sekali pakai selain kata sandi. Simpan kode cadangan di tempat yang aman."
    case .factorRenewedSubject: "Kode sekali pakai Anda dipindahkan ke ponsel lain"
    case .factorRenewedLead:
      "Kode sekali pakai akun e-Order Anda baru saja diatur ulang. Kode lama dan kode cadangan lama tidak berlaku lagi."
    case .factorOffSubject: "Kode sekali pakai dimatikan"
    case .factorOffLead:
      "Akun e-Order Anda tidak lagi meminta kode sekali pakai. Kata sandi saja sudah cukup untuk masuk."
    case .factorResetSubject: "Kode sekali pakai Anda dihapus"
    case .factorResetLead:
      "Admin menghapus kode sekali pakai akun e-Order Anda, seperti yang dilakukan bila ponsel hilang. Masuklah dengan kata sandi lalu aktifkan kembali."
    case .factorNotYou:
      "Jika bukan Anda yang melakukan atau memintanya, segera buat kata sandi baru dan beri tahu admin."
    case .recoveryUsedSubject: "Satu kode cadangan telah dipakai"
    case .recoveryUsedLead(let left):
      "Seseorang baru saja masuk ke akun e-Order Anda dengan salah satu kode cadangan. Kode yang tersisa: \(left)."
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
