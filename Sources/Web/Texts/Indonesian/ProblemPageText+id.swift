extension ProblemPageText {
  var indonesian: String {
    switch self {
    case .home: "Ke halaman utama"
    case .signIn: "Masuk"
    case .orders: "Ke daftar pesanan"
    case .reference(let id): "Kode bantuan: \(id)"
    case .foreignForm: "Formulir dari situs lain"
    case .foreignFormAdvice: "Formulir ini tidak dikirim dari halaman e-Order, maka tidak dijalankan."
    case .staleForm: "Formulir sudah kedaluwarsa"
    case .staleFormAdvice:
      "Anda mungkin sudah keluar atau masuk lagi. Buka halamannya sekali lagi, lalu kirim ulang."
    case .wayOn: "Yang dapat Anda lakukan"
    }
  }
}
