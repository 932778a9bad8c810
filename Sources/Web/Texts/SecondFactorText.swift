/// The words of one-time codes.
enum SecondFactorText {
  static let title = Words("Kode sekali pakai", "One-time codes")
  static let lead = Words(
    "Selain kata sandi, Anda memasukkan enam angka dari aplikasi autentikator di ponsel Anda. Kata sandi yang bocor saja tidak cukup untuk masuk.",
    "Besides the password you type six digits from an authenticator app on your phone. A password that has leaked is then not enough to sign in."
  )
  static let needed = Words(
    "Akun Anda harus memakai kode sekali pakai (Perpres 95/2018; BSSN 4/2021). Aktifkan dahulu, setelah itu Anda dapat bekerja.",
    "Your account has to use one-time codes (Perpres 95/2018; BSSN 4/2021). Set them up first, then you can work."
  )
  static let notYet = Words("Kode sekali pakai belum aktif.", "One-time codes are off.")
  static func on(since: String) -> Words {
    Words("Kode sekali pakai aktif sejak \(since).", "One-time codes have been on since \(since).")
  }
  static func left(_ count: Int) -> Words {
    Words(
      "Kode cadangan yang belum dipakai: \(count).", "Recovery codes that were not used yet: \(count).")
  }
  static let begin = Words("Aktifkan kode sekali pakai", "Set up one-time codes")
  static let beginHint = Words(
    "Anda memerlukan aplikasi autentikator di ponsel, misalnya Google Authenticator, Aegis, atau FreeOTP.",
    "You need an authenticator app on your phone, such as Google Authenticator, Aegis or FreeOTP.")
  static let scan = Words(
    "1. Buka aplikasi autentikator di ponsel, lalu pindai kode QR ini.",
    "1. Open the authenticator app on your phone and scan this QR code.")
  static let orType = Words(
    "Tidak dapat memindai? Ketik kunci ini di aplikasi:", "No way to scan it? Type this key into the app:")
  static let thenCode = Words(
    "2. Ketik enam angka yang tampil di aplikasi.", "2. Type the six digits that the app shows.")
  static let picture = Words("Kode QR untuk aplikasi autentikator", "QR code for the authenticator app")
  static let code = Words("Kode enam angka", "Six-digit code")
  static let codeHint = Words("Angka yang sekarang tampil di aplikasi.", "The digits that the app shows now.")
  static let confirm = Words("Aktifkan", "Turn on")
  static let moving = Words(
    "Ponsel yang lama tetap berlaku sampai Anda mengetik kode pertama dari ponsel baru.",
    "The old phone stays in force until you type the first code of the new one.")
  static let stayWithOld = Words("Batal, tetap pakai ponsel lama", "Cancel, keep the old phone")
  static let abandon = Words("Batal, aktifkan nanti", "Cancel, set them up later")
  static let done = Words("Kode sekali pakai sudah aktif", "One-time codes are on")
  static let recoveryTitle = Words("Simpan kode cadangan ini", "Keep these recovery codes")
  static let recoveryLead = Words(
    "Jika ponsel Anda hilang, masuklah dengan salah satu kode ini. Setiap kode hanya dapat dipakai satu kali. Catat atau cetak sekarang: kode ini tidak ditampilkan lagi.",
    "If you lose your phone, sign in with one of them. Each works once. Write them down or print them now: they are not shown again."
  )
  static let goOn = Words("Sudah saya simpan, lanjutkan", "I have kept them, go on")
  static let renew = Words("Pindah ke ponsel lain", "Move to another phone")
  static let renewLead = Words(
    "Masukkan kata sandi dan satu kode. Kode yang lama tetap berlaku sampai ponsel baru memberi kode pertamanya; setelah itu kode cadangan juga diganti.",
    "Type your password and a code. The old codes work until the new phone has given its first one; then the recovery codes change too."
  )
  static let remove = Words("Matikan kode sekali pakai", "Turn one-time codes off")
  static let removeLead = Words(
    "Setelah itu kata sandi saja cukup untuk masuk. Masukkan kata sandi dan satu kode.",
    "The password alone is then enough to sign in. Type your password and a code.")
  static let removed = Words("Kode sekali pakai sudah dimatikan.", "One-time codes are off now.")
  static let manage = Words("Atur kode sekali pakai", "Manage one-time codes")
  static let stepTitle = Words("Masukkan kode sekali pakai", "Type the one-time code")
  static let stepLead = Words(
    "Kata sandi Anda benar. Buka aplikasi autentikator di ponsel Anda.",
    "Your password is right. Open the authenticator app on your phone.")
  static let codeOrRecovery = Words(
    "Enam angka dari aplikasi, atau salah satu kode cadangan Anda.",
    "Six digits from the app, or one of your recovery codes.")
  static let lost = Words(
    "Ponsel dan kode cadangan hilang? Admin dapat menghapus kode sekali pakai Anda.",
    "Lost the phone and the recovery codes? The administrator can take your one-time codes away.")
  static let again = Words("Masuk dengan akun lain", "Sign in with another account")
  static let codeNeeded = Words("Masukkan kode sekali pakai.", "Type the one-time code.")
  static let wrongCode = Words(
    "Kode salah atau sudah dipakai. Tunggu kode berikutnya lalu coba lagi.",
    "The code is wrong or was used already. Wait for the next one and try again.")
  static let wrongPassword = Words("Kata sandi tidak cocok.", "The password is wrong.")
  static let tooLate = Words(
    "Waktu habis. Masukkan kata sandi sekali lagi.", "Time is up. Type the password once more.")
  static let proof = Words(
    "Demi keamanan, masukkan kata sandi sekali lagi.", "For your safety, type your password once more.")
  static let reset = Words("Hapus kode sekali pakai", "Take the one-time codes away")
  static let resetMeans = Words(
    "Untuk orang yang kehilangan ponsel dan kode cadangannya. Pastikan siapa yang meminta. Semua sesinya berakhir, ia diberi tahu lewat surel, dan harus mengaktifkannya kembali.",
    "For somebody who has lost the phone and the recovery codes. Make sure who asks. All sessions end, the person is told by e-mail and has to set them up again."
  )
  static let resetReason = Words(
    "Bagaimana Anda memastikan siapa yang meminta", "How you made sure who asks")
  static let adminPassword = Words("Kata sandi Anda sendiri", "Your own password")
  static let adminCode = Words("Kode sekali pakai Anda sendiri", "Your own one-time code")
  static let oneCode = Words("Kode sekali pakai", "One-time code")
  static let factor = Words("Kode sekali pakai", "One-time codes")
  static let isOn = Words("aktif", "on")
  static let isOff = Words("tidak aktif", "off")
}
