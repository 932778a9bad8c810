extension FrameText {
  var indonesian: String {
    switch self {
    case .skipToContent: "Langsung ke isi"
    case .menu: "Menu"
    case .mainMenu: "Menu utama"
    case .account: "Akun"
    case .language: "Bahasa"
    case .service: "e-Order – Belanja langsung UMKM"
    case .signIn: "Masuk"
    case .signOut: "Keluar"
    case .register: "Daftar sebagai penyedia"
    case .signedInAs: "Masuk sebagai "
    case .notifications(let unread): unread == 0 ? "Pemberitahuan" : "Pemberitahuan (\(unread) baru)"
    case .openData: "Data terbuka"
    case .help: "Bantuan"
    case .accessibility: "Aksesibilitas"
    case .law: "Dasar hukum"
    }
  }
}

extension MenuText {
  var indonesian: String {
    switch self {
    case .catalogue: "Katalog"
    case .transparency: "Transparansi"
    case .dashboard: "Beranda"
    case .packages: "Paket RUP"
    case .needs: "Kebutuhan"
    case .orders: "Pesanan"
    case .vendors: "Penyedia"
    case .curation: "Kurasi produk"
    case .budget: "Anggaran"
    case .reports: "Laporan"
    case .flags: "Tanda bahaya"
    case .audit: "Jejak audit"
    case .users: "Pengguna"
    case .imports: "Impor data"
    case .rules: "Aturan"
    case .mail: "Surel keluar"
    case .storefront: "Produk saya"
    case .profile: "Profil usaha"
    case .offers: "Penawaran"
    case .payments: "Pembayaran"
    case .sanctions: "Sanksi"
    case .breakGlass: "Akses darurat"
    case .tenants: "Provinsi"
    case .operations: "Operasi"
    case .applications: "Permohonan"
    }
  }
}

extension FormText {
  var indonesian: String {
    switch self {
    case .optional: "opsional"
    case .choose: "Pilih…"
    case .chooseOne(let names): "Pilih salah satu dari: \(names)."
    case .digits(let example): "Tulis angka bulat, misalnya \(example)."
    case .leastAmount(let amount): "Paling sedikit \(amount)."
    case .mostAmount(let amount): "Paling banyak \(amount)."
    case .save: "Simpan"
    case .cancel: "Batal"
    case .send: "Kirim"
    case .filter: "Terapkan"
    case .reset: "Hapus saringan"
    case .rupiah: "Rp"
    case .lookupHint: "Ketik sebagian nama, lalu pilih yang disarankan."
    case .noneFits(let typed): "Tidak ada yang cocok dengan “\(typed)”. Coba ketik sebagian nama saja."
    case .severalFit(let names): "Lebih dari satu yang cocok; tulis lengkap seperti salah satu ini: \(names)."
    case .errorsFound(let count): "Ada \(count) isian yang perlu diperbaiki"
    case .fileLimit(let mebibytes): "PDF, JPEG, atau PNG, paling besar \(mebibytes) MiB."
    }
  }
}

extension ListText {
  var indonesian: String {
    switch self {
    case .next: "Berikutnya"
    case .backToFirst: "Kembali ke awal"
    case .pages: "Halaman daftar"
    case .nothingFound: "Tidak ada yang cocok"
    case .nothingYet: "Belum ada apa-apa di sini"
    case .showing(let count): "\(count) ditampilkan"
    }
  }
}
