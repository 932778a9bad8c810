extension OfflineText {
  var indonesian: String {
    switch self {
    case .title: "Tidak ada jaringan"
    case .lead:
      "Halaman ini belum pernah Anda buka, jadi salinannya tidak ada. Coba lagi setelah jaringan kembali."
    case .again: "Coba lagi"
    case .unsent: "Belum terkirim"
    case .unsentText:
      "Jaringan terputus, jadi tidak ada yang berubah. Isian Anda masih ada: kirim lagi setelah jaringan kembali."
    case .keptTitle: "Isian disimpan di perangkat ini"
    case .keptLead:
      """
      Jaringan terputus. Isian dan berkas Anda dikirim sendiri begitu jaringan kembali. Jangan keluar dari akun sebelum \
      terkirim: keluar menghapus semua yang tersimpan di perangkat.
      """
    case .oldCopy: "Salinan lama"
    case .oldCopyFrom: "Tidak ada jaringan. Yang Anda baca disimpan di perangkat ini pada "
    case .toOrders: "Ke daftar pesanan"
    case .sent:
      "Yang disimpan di perangkat ini sudah terkirim. Muat ulang halaman ini untuk melihat keadaannya sekarang."
    case .refused: "Berkas yang disimpan di perangkat ini tidak diterima. Buka halamannya dan kirim lagi."
    }
  }
}
