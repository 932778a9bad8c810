extension ComponentsText {
  var indonesian: String {
    switch self {
    case .title: "Semua unsur halaman"
    case .lead:
      "Setiap halaman disusun dari unsur di bawah ini. Halaman ini hanya ada pada pemasangan pengembangan."
    case .type: "Huruf"
    case .heading: "Judul bagian"
    case .reading:
      """
      Kalimat pendek dengan kata sehari-hari. Baris tidak lebih panjang daripada yang nyaman dibaca, dan angka berdiri \
      sama lebar.
      """
    case .states: "Status"
    case .notices: "Pesan"
    case .buttons: "Tombol"
    case .form: "Isian"
    case .tables: "Tabel dan jumlah"
    case .chart: "Diagram"
    case .story: "Riwayat"
    case .emptiness: "Daftar kosong"
    case .name: "Nama usaha"
    case .hint: "Seperti pada NIB."
    case .problem: "Nama usaha harus diisi."
    case .note: "Catatan"
    case .size: "Ukuran usaha"
    case .micro: "Mikro"
    case .small: "Kecil"
    case .agree: "Data di atas benar"
    case .photo: "Foto barang"
    case .spent: "Belanja per unit"
    case .unit: "Unit"
    case .firstUnit: "Dinas Pendidikan"
    case .secondUnit: "Dinas Kesehatan"
    case .thirdUnit: "Sekretariat"
    case .ordered: "Dipesan"
    case .delivered: "Dikirim"
    case .paid: "Dibayar"
    case .emptyTitle: "Belum ada pesanan"
    case .emptyAdvice: "Pesanan muncul di sini setelah kebutuhan pertama dicatat."
    }
  }
}
