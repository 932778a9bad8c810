import EOrderRules

extension PaperText {
  var indonesian: String {
    switch self {
    case .title: "Surat-surat usaha"
    case .lead: "Potret surat dengan ponsel di tempat terang, seluruh halaman terlihat dan terbaca."
    case .required: "Wajib diserahkan"
    case .optional: "Bila ada"
    case .registered: "Akun Anda sudah jadi"
    case .registeredAdvice: "Tinggal menyerahkan surat di bawah ini, lalu tekan Ajukan pendaftaran."
    case .name(let kind): Self.names[kind] ?? kind
    case .why(let kind): Self.reasons[kind] ?? ""
    case .received(let name): "\(name) sudah diterima."
    case .handIn: "Serahkan surat ini"
    case .replace: "Serahkan yang baru"
    case .camera: "Potret sekarang"
    case .file: "Atau pilih berkas"
    case .lastDay: "Berlaku sampai"
    case .lastDayHint: "Kosongkan bila di surat tidak ada tanggal berakhir."
    case .send: "Kirim surat"
    case .handedIn(let at): "Diserahkan \(at)."
    case .validUntil(let day): "Berlaku sampai \(day)."
    case .look(let name): "Lihat \(name)"
    case .missing: "Belum ada"
    case .notAsked: "Tidak wajib untuk Anda"
    case .ended: "Sudah berakhir"
    case .endingSoon: "Segera berakhir"
    case .waiting: "Menunggu diperiksa"
    case .checked: "Sudah diperiksa"
    case .chooseFile: "Potret surat atau pilih berkasnya dahulu."
    case .tooLarge: "Berkas terlalu besar, paling besar 10 MiB. Potret ulang dengan ukuran lebih kecil."
    case .wrongType: "Berkas harus foto JPEG atau PNG, atau PDF."
    }
  }

  private static let names: [String: String] = [
    "nib": "NIB", "npwp": "Kartu NPWP", "nik": "KTP pemilik", "bank": "Buku tabungan, halaman depan",
    "umk_statement": "Surat pernyataan usaha mikro atau kecil", "halal": "Sertifikat halal",
    "hygiene": "Sertifikat laik higiene", "vat": "Surat pengukuhan PKP",
    "final_tax": "Surat keterangan PPh final UMKM", "other": "Surat lain",
  ]

  private static let reasons: [String: String] = [
    "nib": "Nomor Induk Berusaha dari OSS: bukti bahwa usaha Anda terdaftar dan apa bidangnya.",
    "npwp": "Bukti wajib pajak, agar pajak yang dipotong tercatat atas nama Anda.",
    "nik": "Menggantikan NPWP bila Anda belum punya.",
    "bank": "Agar uang pesanan masuk ke rekening yang benar.",
    "umk_statement":
      "Surat bermeterai dari Anda sendiri, atau dari OSS, bahwa usaha Anda mikro atau kecil. Hanya usaha seperti itu yang boleh berjualan di sini.",
    "halal": "Wajib untuk penjual makanan dan minuman.",
    "hygiene": "Wajib untuk penjual makanan dan minuman, dari dinas kesehatan.",
    "vat": "Wajib bila Anda Pengusaha Kena Pajak, karena harga Anda memuat PPN.",
    "final_tax":
      "Dengan surat ini pajak penghasilan yang dipotong lebih rendah. Tanpa surat, tarif biasa berlaku.",
    "other": "Surat lain yang diminta verifikator.",
  ]
}

extension ProfileText {
  var indonesian: String {
    switch self {
    case .title: "Profil usaha"
    case .standing: "Status pendaftaran"
    case .submit: "Ajukan pendaftaran"
    case .ownerSubmits: "Pemilik usaha yang mengajukan."
    case .notSaved: "Perubahan belum tersimpan"
    case .locked: "Terkunci setelah diverifikasi. Hubungi verifikator bila harus berubah."
    case .meaning(let state): state.indonesianMeaning
    case .reason(let reason): "Alasan: \(reason)"
    case .answerDue(let moment): "Verifikator menjawab paling lambat \(moment)."
    case .mendUntil(let moment):
      "Perbaiki dan ajukan lagi paling lambat \(moment). Sesudah itu pendaftaran gugur."
    case .section(let section): section.indonesian
    case .changeOf(let section): "Ubah: \(section.indonesian)"
    case .saved(let section): "\(section) tersimpan."
    case .bankCooling(let until):
      "Rekening baru Anda sedang diperiksa. Sampai \(until), pembayaran ke rekening itu ditahan. Bila bukan Anda yang mengubah, segera hubungi verifikator."
    case .bankWarning(let days):
      "Bila rekening diubah, pembayaran ke rekening baru menunggu sampai \(days) hari dan verifikator memeriksa pemiliknya. Ini melindungi Anda dari penipu."
    case .sanctions: "Sanksi"
    case .noSanctions: "Tidak ada."
    case .suspension: "Penangguhan"
    case .blacklist: "Daftar hitam"
    case .objection: "Bila keberatan, sampaikan kepada PA/KPA dengan menyebut alasannya."
    case .term(let from, let until): until.map { "\(from) sampai \($0)" } ?? "Sejak \(from)"
    case .decree(let decree): "SK \(decree)"
    }
  }
}

extension VendorState {
  fileprivate var indonesianMeaning: String {
    switch self {
    case .draft: "Pendaftaran belum diajukan. Lengkapi surat-surat, lalu ajukan."
    case .submitted: "Verifikator sedang memeriksa. Anda tidak perlu berbuat apa-apa."
    case .returned: "Verifikator meminta perbaikan."
    case .verified: "Anda dapat berjualan."
    case .rejected: "Pendaftaran ditolak dan tidak dapat diajukan lagi."
    case .suspended:
      "Anda untuk sementara tidak dapat berjualan. Pesanan yang sudah berjalan tetap diselesaikan."
    case .blacklisted: "Anda tidak dapat berjualan selama masa daftar hitam."
    case .lapsed: "Pendaftaran gugur karena tidak diperbaiki tepat waktu. Anda dapat mengajukannya lagi."
    }
  }
}

extension ProfileSection {
  fileprivate var indonesian: String {
    switch self {
    case .business: "Usaha"
    case .owner: "Pemilik"
    case .size: "Ukuran usaha"
    case .tax: "Pajak"
    case .contact: "Surel dan telepon"
    case .address: "Alamat"
    case .letters: "PKP dan keringanan PPh"
    case .bank: "Rekening"
    }
  }
}

extension HomeText {
  var indonesian: String {
    switch self {
    case .hello(let name): "Beranda \(name)"
    case .submitted: "Pendaftaran sudah diajukan"
    case .submittedAdvice:
      "Hasilnya akan diberitahukan di sini. Sambil menunggu, Anda dapat menyiapkan produk."
    case .goOnRegistering: "Lengkapi dan ajukan"
    case .waiting: "Menunggu Anda"
    case .nothingWaits: "Tidak ada yang perlu dikerjakan sekarang. Pesanan baru muncul di sini."
    case .nothingYet: "Belum ada pesanan. Pesanan datang setelah usaha terverifikasi dan produk tayang."
    case .paperEnded(let name): "\(name) sudah berakhir."
    case .paperEnding(let name, let day): "\(name) berakhir \(day)."
    case .openRequests(let count): "\(count) permintaan penawaran terbuka"
    case .firstDeadline: "Yang pertama ditutup"
    case .money: "Uang yang akan masuk"
    case .noMoney: "Belum ada. Uang muncul di sini setelah barang diterima dan serah terima ditandatangani."
    case .moneyLead: "Setelah dipotong pajak. Rinciannya ada di halaman pesanan."
    case .amount: "Jumlah"
    case .when: "Kapan"
    case .invoiceFirst: "Kirim tagihan dahulu"
    case .payPaused: "Ditunda: ada yang ditanyakan"
    case .noDay: "Belum ada tenggat"
    case .paidLately: "Terakhir dibayar"
    case .payBy(let moment): "Paling lambat \(moment)"
    case .noProducts: "Belum ada produk"
    case .noProductsAdvice: "Masukkan barang atau jasa Anda. Dapat disiapkan sambil menunggu verifikasi."
    case .firstProduct: "Buat produk pertama"
    case .listedOnceVerified: "Produk tayang setelah usaha Anda terverifikasi."
    case .products(let count): "\(count) produk"
    }
  }
}
