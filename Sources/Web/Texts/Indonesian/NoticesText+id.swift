extension NoticesText {
  var indonesian: String {
    switch self {
    case .title: "Pemberitahuan"
    case .none: "Belum ada pemberitahuan"
    case .noneAdvice: "Di sini tampil apa yang menunggu Anda dan apa yang terjadi pada pesanan Anda."
    case .markAllRead: "Tandai semua sudah dibaca"
    case .markRead: "Tandai sudah dibaca"
    }
  }
}
