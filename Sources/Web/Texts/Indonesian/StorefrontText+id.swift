import EOrderRules

extension StorefrontText {
  var indonesian: String {
    switch self {
    case .lead: "Barang dan jasa yang Anda jual kepada dinas-dinas provinsi."
    case .new: "Produk baru"
    case .newLead: "Simpan dahulu sebagai draf. Sesudah itu tambahkan gambar, lalu ajukan supaya tayang."
    case .bulk: "Banyak produk sekaligus"
    case .none: "Belum ada produk"
    case .noneInState: "Tidak ada produk dengan status ini"
    case .noneAdvice: "Buat produk pertama Anda; cukup nama, keterangan, satuan, dan harga."
    case .product: "Produk"
    case .pictures: "Gambar"
    case .noPicture: "belum ada"
    case .hasPicture: "ada"
    case .name: "Nama produk"
    case .nameHint: "Misalnya: Nasi kotak ayam bakar, atau Kertas HVS A4 80 gram."
    case .description: "Keterangan"
    case .descriptionHint: "Isi, ukuran, mutu, dan apa yang sudah termasuk dalam harga."
    case .category: "Kategori"
    case .taxClass: "Perlakuan pajak"
    case .taxClassHint: "Kosongkan saja; diisi dari kategori. Pilih hanya bila diminta."
    case .unitOfMeasure: "Satuan"
    case .unitHint: "Misalnya kotak, rim, porsi, hari."
    case .price: "Harga satu satuan"
    case .priceHint: "Dengan harga ini Anda melayani pesanan; ongkos kirim sudah termasuk."
    case .priceIncludesVat: "Harga itu sudah termasuk PPN?"
    case .vatInside: "Ya, sudah termasuk PPN"
    case .vatOnTop: "Belum, PPN ditambahkan"
    case .minimum: "Pembelian paling sedikit"
    case .minimumHint: "Kosongkan bila satu pun boleh."
    case .stock: "Stok"
    case .stockHint: "Kosongkan bila dibuat sesuai pesanan."
    case .leadTime: "Hari untuk menyiapkan"
    case .leadTimeHint: "Dari pesanan sampai siap dikirim."
    case .localContent: "TKDN dalam persen"
    case .localContentHint: "Tingkat komponen dalam negeri, bila tahu."
    case .sku: "Kode Anda sendiri"
    case .skuHint: "Untuk memudahkan Anda; diperlukan bila produk diperbarui dari berkas."
    case .saveDraft: "Simpan draf"
    case .content: "Isi produk"
    case .priceWarning: "Perubahan harga yang besar membuat produk diperiksa lagi sebelum tayang kembali."
    case .asBuyersSee: "Lihat seperti pembeli melihatnya"
    case .meaning(let state, let isVerified): state.indonesianMeaning(isVerified)
    case .act(let transition): transition == .submit ? "Ajukan supaya tayang" : "Turunkan dari katalog"
    case .noPictureYet: "Belum ada gambar. Produk bergambar lebih mudah dipilih."
    case .addPicture: "Tambah gambar"
    case .pictureHint:
      "JPEG atau PNG. Foto dari ponsel diperkecil sendiri; keterangan tempat di dalamnya dibuang."
    case .alt: "Apa yang terlihat di gambar"
    case .altHint: "Untuk orang yang tidak dapat melihatnya. Kosongkan bila cukup nama produk."
    case .sendPicture: "Kirim gambar"
    case .removePicture: "Hapus gambar"
    case .choosePicture: "Potret produk atau pilih gambarnya dahulu."
    case .pictureTooLarge: "Gambar terlalu besar: JPEG paling besar 10 MiB, PNG paling besar 1 MiB."
    case .pictureWrong: "Berkas itu bukan gambar JPEG atau PNG yang dapat dibaca."
    case .enoughPictures: "Gambarnya sudah cukup. Hapus salah satu dahulu."
    case .created: "Draf tersimpan. Tambahkan gambar, lalu ajukan supaya tayang."
    case .saved: "Perubahan tersimpan."
    case .pictureAdded: "Gambar tersimpan."
    case .pictureRemoved: "Gambar dihapus."
    case .submitted: "Produk diajukan. Verifikator melihatnya sebelum tayang."
    case .delisted: "Produk diturunkan dari katalog."
    case .bulkLead:
      "Unduh contoh tabel, isi satu baris untuk satu produk di aplikasi lembar kerja, simpan sebagai CSV, lalu unggah. Anda melihat hasilnya dahulu sebelum disimpan."
    case .template: "Unduh contoh tabel (CSV)"
    case .table: "Tabel produk"
    case .checkTable: "Periksa tabel"
    case .preview: "Tabelnya benar"
    case .previewLead: "Belum ada yang disimpan. Tekan tombol di bawah untuk menyimpannya."
    case .takeTable: "Simpan semua"
    case .bulkDone: "Tabel tersimpan"
    case .tableWrong: "Tabelnya perlu diperbaiki; belum ada yang disimpan"
    case .tableHint(let kibibytes):
      "CSV, UTF-8, paling besar \(kibibytes) KiB. Baris pertama berisi nama kolom."
    case .counts(let new, let changed, let same): "\(new) produk baru, \(changed) berubah, \(same) tetap."
    case .moreFaults(let count): "Dan \(count) lagi."
    case .header(let name): "Baris pertama" + (name.isEmpty ? "" : ", kolom \(name)")
    case .line(let line, let column): "Baris \(line)" + (column.map { ", kolom \($0)" } ?? "")
    case .chooseTable: "Pilih berkas tabelnya dahulu."
    case .tableTooLarge: "Tabel terlalu besar; bagi menjadi beberapa berkas."
    case .tableNotUTF8: "Berkas itu bukan teks UTF-8. Simpan lagi sebagai CSV UTF-8."
    }
  }
}

extension ProductState {
  fileprivate func indonesianMeaning(_ isVerified: Bool) -> String {
    switch self {
    case .draft: "Draf: hanya Anda yang melihatnya. Ajukan bila sudah siap."
    case .inCuration: "Verifikator sedang melihatnya."
    case .listed: isVerified ? "Tayang di katalog." : "Siap tayang begitu usaha Anda terverifikasi."
    case .delisted: "Tidak tayang. Anda dapat mengajukannya lagi."
    }
  }
}
