import EOrderRules
import Procurement

extension RegistrationText {
  var indonesian: String {
    switch self {
    case .title: "Daftar sebagai penyedia"
    case .lead:
      "Isi sedikit demi sedikit. Anda boleh berhenti di langkah mana pun dan melanjutkan kapan saja dalam \(Registration.keptDays) hari."
    case .begin: "Mulai mendaftar"
    case .goOn: "Lanjutkan pendaftaran"
    case .goOnWith(let email): "Ada pendaftaran yang belum selesai untuk \(email)."
    case .goOnLead:
      "Sudah pernah mulai dari ponsel atau komputer lain? Masukkan surel dan kata sandi yang dipakai."
    case .discard: "Mulai dengan surel lain"
    case .haveAccount: "Sudah punya akun, atau sudah pernah mulai mendaftar?"
    case .stepOf(let number, let count): "Langkah \(number) dari \(count)"
    case .progress: "Kemajuan pendaftaran"
    case .allSteps: "Semua langkah"
    case .stillOpen: "belum lengkap"
    case .told: "lengkap"
    case .saveAndGoOn: "Simpan dan lanjut"
    case .kept:
      "Isian tersimpan setiap kali Anda menekan tombol. Anda boleh menutup halaman ini dan kembali nanti."
    case .stepTitle(let step): step.indonesianTitle
    case .stepLead(let step): step.indonesianLead
    case .label(let field): field.indonesianLabel
    case .hint(let field): field.indonesianHint
    case .legalForm(let form): form.indonesian
    case .size(let size): size.indonesian
    case .sizeUpTo(let size, let capital, let sales):
      "\(size.indonesian): modal sampai \(capital), atau penjualan setahun sampai \(sales)"
    case .exemptHint(let limit):
      "Hanya untuk usaha perorangan dengan omzet setahun sampai \(limit): PPh tidak dipotong. Kosongkan bila tidak ada."
    case .vatYes: "Ya, sudah PKP"
    case .vatNo: "Bukan PKP"
    case .otherProvince(let name): "Provinsi lain: \(name)"
    case .words: "Apa yang Anda jual atau kerjakan?"
    case .wordsHint:
      "Tulis satu atau dua kata, misalnya: katering, alat tulis, kue, fotokopi. Lalu tekan Cari."
    case .search: "Cari"
    case .found: "Centang yang sesuai dengan NIB Anda"
    case .chosen: "Sudah dipilih (hapus centang untuk membuang)"
    case .nothingFound: "Tidak ditemukan. Coba kata lain, atau tulis kode KBLI dari NIB Anda di bawah."
    case .otherCode: "Kode KBLI dari NIB, bila tahu"
    case .otherCodeHint: "Lima angka, misalnya 56290. Beberapa kode dipisah spasi."
    case .codeAlone: "Kode KBLI"
    case .codeWrong: "Kode KBLI terdiri atas lima angka, misalnya 56290."
    case .linesMissing: "Pilih paling sedikit satu bidang usaha."
    case .change: "Ubah"
    case .missing: "Yang masih perlu dilengkapi"
    case .papersNext: "Surat yang akan diminta sesudah ini"
    case .papersNextLead: "Siapkan fotonya; cukup dipotret dengan ponsel."
    case .finish: "Buat akun penyedia"
    case .finishLead:
      "Sesudah ini Anda menyerahkan surat, lalu mengajukan pendaftaran. Data masih dapat diubah sampai diajukan."
    case .notYet: "Akun dapat dibuat setelah semua langkah lengkap."
    case .empty: "belum diisi"
    case .howTo: "Cara mendaftar"
    case .howToLead:
      "Untuk usaha mikro, usaha kecil, dan koperasi yang ingin menjual kepada pemerintah provinsi."
    case .whoMay: "Siapa yang boleh"
    case .whoSizes(let small, let medium, let cooperatives):
      "Usaha mikro" + (small ? ", usaha kecil" : "") + (medium ? ", usaha menengah" : "")
        + (cooperatives ? ", dan koperasi." : ".")
    case .whoPlace(let policy, let province): policy.indonesian(province)
    case .prepare: "Siapkan dahulu"
    case .prepareNumbers:
      "NIB, NIK pemilik, NPWP bila ada, nomor telepon, dan nomor rekening atas nama pemilik atau usaha."
    case .stepsTitle: "Langkahnya"
    case .stepOne: "Buat akun dengan surel dan kata sandi."
    case .stepTwo: "Isi data usaha, pemilik, pajak, dan rekening. Boleh dicicil."
    case .stepThree: "Potret dan unggah surat-surat, lalu ajukan."
    case .stepFour: "Tunggu verifikator. Sesudah terverifikasi, masukkan produk Anda."
    case .afterwards: "Sesudah diajukan"
    case .afterSubmitting(let days):
      "Verifikator memeriksa dalam \(days) hari kerja. Hasilnya diberitahukan; bila ada yang kurang, Anda dapat memperbaiki."
    case .afterVerifying:
      "Setiap produk dilihat verifikator sebelum tayang. Sesudah itu pesanan datang kepada Anda."
    case .costs: "Biaya"
    case .costsNothing:
      "Mendaftar dan berjualan di sini tidak dipungut biaya. Pajak dihitung dan ditunjukkan sebelum Anda menyanggupi."
    case .final: "Yang tidak dapat ditarik kembali"
    case .finalSubmitted: "Setelah diajukan, data usaha terkunci sampai verifikator selesai memeriksa."
    case .finalAccepted:
      "Setelah menyanggupi pesanan, Anda terikat mengirim sesuai harga dan tanggalnya. Keterlambatan dikenai denda."
    case .finalDelivered: "Setelah serah terima ditandatangani, jumlah yang diterima menentukan pembayaran."
    case .finalReturned:
      "Pendaftaran yang dikembalikan gugur bila tidak diperbaiki sampai hari yang ditunjukkan; Anda dapat mengajukan lagi."
    }
  }
}

extension RegistrationStep {
  fileprivate var indonesianTitle: String {
    switch self {
    case .account: "Surel dan kata sandi"
    case .business: "Usaha Anda"
    case .lines: "Bidang usaha"
    case .owner: "Pemilik"
    case .size: "Ukuran usaha"
    case .tax: "Pajak"
    case .bank: "Rekening"
    case .review: "Periksa dan selesai"
    }
  }

  fileprivate var indonesianLead: String {
    switch self {
    case .account: "Dengan ini isian Anda tersimpan dan Anda dapat masuk nanti."
    case .business: "Tulis seperti di NIB (Nomor Induk Berusaha)."
    case .lines: "Cari dengan kata; Anda tidak perlu hafal kode KBLI."
    case .owner: "Orang yang namanya tercantum sebagai pemilik atau pimpinan."
    case .size: "Untuk menentukan apakah usaha Anda mikro atau kecil."
    case .tax: "Isi yang Anda punya saja. Ini menentukan pajak yang dipotong dari pembayaran."
    case .bank: "Pembayaran pesanan dikirim ke rekening ini."
    case .review: "Lihat sekali lagi. Tekan Ubah bila ada yang salah."
    }
  }
}

extension RegistrationField {
  fileprivate var indonesianLabel: String {
    switch self {
    case .email: "Alamat surel"
    case .password: "Kata sandi"
    case .legalForm: "Bentuk usaha"
    case .businessName: "Nama usaha"
    case .nib: "NIB"
    case .street: "Alamat usaha"
    case .region: "Kabupaten atau kota"
    case .ownerName: "Nama pemilik"
    case .ownerNik: "NIK pemilik"
    case .phone: "Nomor telepon"
    case .size: "Ukuran usaha"
    case .capital: "Modal usaha"
    case .yearlySales: "Penjualan setahun"
    case .npwp: "NPWP"
    case .vatRegistered: "Pengusaha Kena Pajak (PKP)?"
    case .letterNumber: "Nomor surat keterangan PPh final UMKM"
    case .letterUntil: "Surat itu berlaku sampai"
    case .statementDate: "Tanggal surat pernyataan omzet bebas PPh"
    case .statementTurnover: "Omzet tahun ini sebelum tanggal itu"
    case .bankCode: "Bank"
    case .accountNumber: "Nomor rekening"
    case .accountName: "Nama pemilik rekening"
    }
  }

  fileprivate var indonesianHint: String {
    switch self {
    case .email: "Pemberitahuan pesanan dikirim ke sini."
    case .password: "Paling sedikit 10 huruf atau angka. Tiga kata acak mudah diingat dan aman."
    case .legalForm: "Usaha milik sendiri tanpa badan hukum: pilih perorangan."
    case .businessName: ""
    case .nib: "13 angka, ada di bagian atas surat NIB dari OSS."
    case .street: "Jalan, nomor, RT/RW, kelurahan, kecamatan."
    case .region: ""
    case .ownerName: "Seperti di KTP."
    case .ownerNik: "16 angka di KTP. Hanya Anda dan petugas yang berwenang melihatnya utuh."
    case .phone: "Misalnya 0812 3456 7890."
    case .size: "Cukup salah satu yang sesuai."
    case .capital: "Perkiraan, tanpa tanah dan bangunan."
    case .yearlySales: "Perkiraan seluruh penjualan dalam satu tahun."
    case .npwp: "15 atau 16 angka. Kosongkan bila belum punya; pajak yang dipotong dapat lebih tinggi."
    case .vatRegistered: "Kebanyakan usaha mikro bukan PKP."
    case .letterNumber:
      "Dari kantor pajak. Dengan surat ini PPh yang dipotong lebih rendah. Kosongkan bila tidak punya."
    case .letterUntil: ""
    case .statementDate: "Hanya untuk usaha perorangan. Kosongkan bila tidak ada."
    case .statementTurnover: ""
    case .bankCode: ""
    case .accountNumber: "Angka saja, seperti di buku tabungan."
    case .accountName: "Harus mirip nama pemilik atau nama usaha; bila berbeda, verifikator akan bertanya."
    }
  }
}

extension LegalForm {
  fileprivate var indonesian: String {
    switch self {
    case .individual: "Perorangan"
    case .onePersonCompany: "PT Perorangan"
    case .cooperative: "Koperasi"
    case .cv: "CV"
    case .pt: "PT"
    case .firma: "Firma"
    }
  }
}

extension BusinessSize {
  fileprivate var indonesian: String {
    switch self {
    case .micro: "Usaha mikro"
    case .small: "Usaha kecil"
    case .medium: "Usaha menengah"
    }
  }
}

extension VendorSettings.RegionPolicy {
  fileprivate func indonesian(_ province: String) -> String {
    switch self {
    case .inProvince: "Hanya usaha yang beralamat di \(province)."
    case .national: "Usaha dari seluruh Indonesia."
    case .preferLocal: "Usaha dari seluruh Indonesia; pada harga yang sama, usaha \(province) didahulukan."
    }
  }
}
