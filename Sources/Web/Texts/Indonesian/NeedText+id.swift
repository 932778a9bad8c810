import EOrderRules

extension NeedText {
  var indonesian: String {
    switch self {
    case .title: "Kebutuhan"
    case .lead: "Apa yang hendak dibeli dari sebuah paket, sejak disiapkan PPK sampai menjadi pesanan."
    case .all: "Semua kebutuhan"
    case .none: "Belum ada kebutuhan"
    case .noneAdvice: "PPK mencatat kebutuhan dari paket yang ditugaskan kepadanya."
    case .state: "Status"
    case .words: "Cari judul, uraian, paket, atau unit"
    case .anyState: "Semua status"
    case .new: "Kebutuhan baru"
    case .newLead: "Pilih paket dan mata anggarannya, lalu beri judul. Rinciannya diisi sesudahnya."
    case .noPackage: "Belum ada paket yang ditugaskan kepada Anda"
    case .noPackageAdvice: "Paket ditugaskan oleh PA/KPA."
    case .need: "Kebutuhan"
    case .estimate: "HPS"
    case .neededOn: "Dibutuhkan tanggal"
    case .package: "Paket"
    case .nextStep: "Langkah berikutnya"
    case .otherSteps: "Langkah lain"
    case .notTaken: "Pesanannya tidak diambil"
    case .noStep: "Tidak ada langkah yang menunggu Anda."
    case .facts: "Keterangan"
    case .history: "Riwayat"
    case .packageLine: "Paket dan mata anggaran"
    case .packageLineHint: "Hanya paket yang ditugaskan kepada Anda."
    case .needTitle: "Judul"
    case .needTitleHint: "Misalnya: Kertas untuk triwulan II."
    case .specification: "Spesifikasi"
    case .specificationHint: "Ukuran, mutu, dan hal lain yang harus dipenuhi barang atau jasa."
    case .category: "Kategori"
    case .quantity: "Jumlah"
    case .unitOfMeasure: "Satuan"
    case .unitOfMeasureHint: "Misalnya rim, kotak, porsi."
    case .street: "Alamat pengiriman"
    case .regionCode: "Kabupaten atau kota pengiriman"
    case .ownEstimate: "HPS, termasuk semua pajak"
    case .ownEstimateHint:
      "Harga perkiraan sendiri untuk seluruh jumlah. Boleh kosong bila pagu paketnya cukup dengan nota pembelian, atau paketnya sudah punya HPS."
    case .estimateBasis: "Dasar HPS"
    case .estimateBasisHint: "Dari mana harga itu diketahui. Wajib bila HPS di atas batas kuitansi sederhana."
    case .catalogueResult: "Hasil pemeriksaan Katalog Elektronik"
    case .catalogueEvidence: "Bukti pemeriksaan"
    case .catalogueEvidenceHint: "Misalnya tautan atau nomor tangkapan layar pencarian."
    case .catalogueReason: "Alasan tidak membeli lewat Katalog"
    case .result(let result): result.indonesian
    case .officer: "Pejabat Pengadaan"
    case .officerHint: "Hanya yang sertifikatnya masih berlaku, dan bukan diri Anda sendiri."
    case .reason: "Alasan"
    case .product: "Produk"
    case .productHint: "Produk kategori ini yang tayang di katalog, dari yang termurah."
    case .productSearch: "Cari produk"
    case .nothingFound: "Tidak ada produk yang cocok di katalog."
    case .deliverBy: "Dikirim paling lambat"
    case .paymentMode: "Cara bayar"
    case .comparedSource: "Harga pembanding: sumber"
    case .comparedPrice: "Harga pembanding: harga satuan"
    case .comparedHint: "Pembanding wajib bila nilainya di atas batas pembelian langsung provinsi."
    case .note: "Catatan untuk penyedia"
    case .order: "Pesanan"
    case .deliverTo: "Dikirim ke"
    case .act(let transition): transition.actIndonesian
    case .means(let transition): transition.meansIndonesian
    case .done(let transition): transition.doneIndonesian
    case .offers: "Lihat penawaran"
    case .manyLines: "Buat pesanan dengan beberapa barang"
    case .recorded: "Tercatat"
    case .refused: "Belum dapat dilakukan"
    case .changed: "Kebutuhan ini baru saja diubah orang lain. Periksa lagi, lalu kirim ulang."
    }
  }
}

extension CatalogueCheck.Result {
  fileprivate var indonesian: String {
    switch self {
    case .notFound: "Tidak ada di Katalog"
    case .found: "Ada di Katalog"
    case .notChecked: "Belum diperiksa"
    }
  }
}

extension NeedState {
  var indonesian: String {
    switch self {
    case .assigned: "Ditugaskan ke PPK"
    case .prepared: "Disiapkan"
    case .withOfficer: "Di Pejabat Pengadaan"
    case .offersOpen: "Menunggu penawaran tersegel"
    case .evaluating: "Penawaran dibandingkan"
    case .ordered: "Menjadi pesanan"
    case .cancelled: "Dibatalkan"
    }
  }
}

extension NeedTransition {
  fileprivate var actIndonesian: String {
    switch self {
    case .create: "Catat kebutuhan"
    case .prepare: "Simpan rincian"
    case .dispatch: "Teruskan ke Pejabat Pengadaan"
    case .chooseDirect: "Buat draf pesanan"
    case .cancel: "Batalkan kebutuhan"
    case .reopen: "Pilih penyedia lain"
    case .publish: "Minta penawaran"
    case .close: "Buka penawaran"
    case .select: "Pilih penawaran"
    case .fail: "Akhiri permintaan penawaran"
    case .reevaluate: "Pilih penawaran lain"
    case .next: "Sebut penawaran berikutnya"
    case .remind: "Ingatkan"
    }
  }

  fileprivate var meansIndonesian: String {
    switch self {
    case .create: "Kebutuhan tercatat atas nama Anda."
    case .prepare: "Rincian dapat diperbaiki lagi sampai kebutuhan diteruskan."
    case .dispatch: "Pejabat Pengadaan memilih penyedia atau meminta penawaran."
    case .chooseDirect: "Draf pesanan dibuat; keputusan aturan dan pajaknya terlihat sebelum diajukan."
    case .cancel: "Kebutuhan berakhir di sini dan tidak dapat dibuka lagi."
    case .reopen:
      "Penyedia tidak mengambil pesanan itu. Penyedia dipilih lagi, dan pesanan itu tidak dapat diterbitkan lagi."
    case .publish: "Penyedia yang sesuai diminta menawar; tidak ada yang membacanya sebelum batas waktu."
    case .close: "Batas waktu tiba dan segel dibuka."
    case .select: "Draf pesanan dibuat dengan harga penawaran."
    case .fail: "Tidak ada penawaran yang dapat dipilih; minta lagi atau pilih cara lain."
    case .reevaluate:
      "Penyedia tidak mengambil pesanan itu. Penawaran lain dapat dipilih, dan pesanan itu tidak dapat diterbitkan lagi."
    case .next:
      "Penyedia tidak menyanggupi; pesanan berpindah ke peringkat berikutnya melalui penerbitan kembali."
    case .remind: "Kebutuhan menunggu melewati tenggatnya."
    }
  }

  fileprivate var doneIndonesian: String {
    switch self {
    case .create: "Kebutuhan dicatat"
    case .prepare: "Rincian disimpan"
    case .dispatch: "Diteruskan ke Pejabat Pengadaan"
    case .chooseDirect: "Draf pesanan dibuat"
    case .cancel: "Kebutuhan dibatalkan"
    case .reopen: "Dibuka kembali"
    case .publish: "Penyedia diminta menawar"
    case .close: "Penawaran dibuka"
    case .select: "Penawaran dipilih"
    case .fail: "Permintaan penawaran tidak menghasilkan pesanan"
    case .reevaluate: "Penawaran dibandingkan lagi"
    case .next: "Penawaran peringkat berikutnya disebut"
    case .remind: "Pengingat dikirim"
    }
  }
}
