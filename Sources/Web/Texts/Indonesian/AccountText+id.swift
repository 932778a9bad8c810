extension AccountText {
  var indonesian: String {
    switch self {
    case .title: "Akun saya"
    case .address: "Alamat surel"
    case .addressProved: "Sudah dipastikan; kabar dikirim ke sini."
    case .addressUnproved: "Belum dipastikan; kabar belum dikirim ke sini."
    case .changeAddress: "Ganti alamat surel"
    case .newAddress: "Alamat surel baru"
    case .changeAddressHint:
      "Kami mengirim tautan ke alamat baru. Alamat itu berlaku setelah tautannya dibuka; sampai saat itu alamat lama tetap dipakai."
    case .yourPassword: "Kata sandi Anda"
    case .changePassword: "Ganti kata sandi"
    case .currentPassword: "Kata sandi sekarang"
    case .newPassword: "Kata sandi baru"
    case .sessionsEnd: "Anda akan dikeluarkan dari semua perangkat lain."
    case .language: "Surel ditulis dalam bahasa yang Anda pilih di bagian atas halaman."
    case .unprovedTitle(let email): "Pastikan alamat surel \(email)"
    case .unprovedAdvice:
      "Kami sudah mengirim tautan ke alamat ini. Bukalah tautan itu supaya kabar tentang pesanan dan pembayaran sampai kepada Anda. Periksa juga folder spam."
    case .sendAgain: "Kirim ulang tautan"
    case .done(.sent): "Tautan sudah dikirim. Bukalah surel Anda."
    case .done(.password): "Kata sandi sudah diganti."
    case .done(.proved): "Alamat surel Anda sudah dipastikan."
    }
  }
}

extension AddressText {
  var indonesian: String {
    switch self {
    case .forgot: "Lupa kata sandi?"
    case .resetTitle: "Lupa kata sandi"
    case .resetLead: "Tulis alamat surel akun Anda. Kami mengirim tautan untuk membuat kata sandi baru."
    case .resetAsk: "Kirim tautan"
    case .resetAsked: "Periksa surel Anda"
    case .resetAskedAdvice:
      "Jika ada akun dengan alamat ini, tautan untuk membuat kata sandi baru sedang dikirim. Tautan berlaku 30 menit. Periksa juga folder spam."
    case .newTitle: "Buat kata sandi baru"
    case .newLead: "Setelah kata sandi tersimpan, Anda keluar dari semua perangkat dan masuk kembali di sini."
    case .newSave: "Simpan dan masuk"
    case .goneAdvice: "Tautan ini sudah dipakai atau sudah kedaluwarsa. Mintalah tautan baru."
    case .proofTitle: "Pastikan alamat surel"
    case .proofLead(let email): "Apakah \(email) alamat surel Anda?"
    case .proofConfirm: "Ya, alamat ini milik saya"
    case .proofDone: "Alamat surel sudah dipastikan"
    case .proofDoneAdvice: "Terima kasih. Kabar tentang pesanan, pembayaran, dan akun dikirim ke alamat ini."
    case .proofGoneAdvice:
      "Tautan ini sudah dipakai atau sudah kedaluwarsa. Masuklah dan kirim ulang tautan dari halaman mana pun."
    case .taken: "Alamat ini sekarang dipakai akun lain. Gantilah alamat surel di halaman akun Anda."
    }
  }
}

extension MailText {
  var indonesian: String {
    switch self {
    case .title: "Surel keluar"
    case .lead: "Surel yang dikirim e-Order 30 hari terakhir. Isinya tidak ditampilkan."
    case .none: "Belum ada surel"
    case .noneAdvice: "Undangan, tautan kata sandi, dan pemberitahuan yang dikirim akan tercatat di sini."
    case .recipient: "Kepada"
    case .about: "Tentang"
    case .state: "Status"
    case .tried: "Percobaan"
    case .refusal: "Jawaban server surel"
    case .retry: "Kirim ulang"
    case .attempts(let count): "\(count) kali"
    }
  }
}
