extension SignInText {
  var indonesian: String {
    switch self {
    case .title: "Masuk"
    case .lead: "Untuk pejabat pengadaan, bendahara, auditor, dan penyedia yang sudah punya akun."
    case .leadCentral: "Untuk admin pusat."
    case .email: "Alamat surel"
    case .password: "Kata sandi"
    case .submit: "Masuk"
    case .wrong: "Surel atau kata sandi salah. Periksa keduanya lalu coba lagi."
    case .needed: "Masuklah dahulu untuk membuka halaman itu."
    case .wait(let minutes): "Terlalu banyak percobaan. Coba lagi dalam \(minutes) menit."
    case .setTitle: "Buat kata sandi"
    case .setLead: "Tautan ini hanya dapat dipakai satu kali. Setelah kata sandi tersimpan, Anda dapat masuk."
    case .newPassword: "Kata sandi baru"
    case .passwordHint:
      "Paling sedikit 15 karakter (10 untuk penyedia). Beberapa kata acak lebih mudah diingat dan lebih aman."
    case .save: "Simpan kata sandi"
    case .passwordSet: "Kata sandi tersimpan"
    case .passwordSetAdvice: "Masuklah dengan surel dan kata sandi baru Anda."
    case .invitationGone: "Tautan tidak berlaku lagi"
    case .invitationGoneAdvice:
      "Tautan ini sudah dipakai atau sudah kedaluwarsa. Mintalah tautan baru kepada admin provinsi atau pemilik usaha Anda."
    case .signedOut: "Anda sudah keluar."
    }
  }
}
