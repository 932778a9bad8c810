import EOrderRules
import Procurement

extension CatalogueText {
  var indonesian: String {
    switch self {
    case .title: "Katalog"
    case .lead: "Barang dan jasa usaha mikro, kecil, dan koperasi yang sudah diverifikasi."
    case .words: "Cari barang atau jasa"
    case .search: "Cari"
    case .narrow: "Saring dan urutkan"
    case .category: "Kategori"
    case .anyCategory: "Semua kategori"
    case .leastPrice: "Harga mulai"
    case .mostPrice: "Harga sampai"
    case .sort: "Urutkan"
    case .by(let sort): sort.indonesian
    case .found(let count, let more): more ? "\(count) produk di halaman ini" : "\(count) produk"
    case .nothingFits: "Tidak ada produk yang cocok"
    case .nothingFitsAdvice: "Coba kata lain, atau hapus saringan harga dan kategori."
    case .nothingListed: "Belum ada produk tayang"
    case .nothingListedAdvice: "Produk muncul di sini setelah penyedia terverifikasi menayangkannya."
    case .showAll: "Tampilkan semua produk"
    case .per(let unit): "per \(unit)"
    case .withVat: "termasuk PPN"
    case .withoutVat: "belum termasuk PPN"
    case .least(let quantity): "Pembelian minimum \(quantity)"
    case .leastQuantity: "Pembelian minimum"
    case .vendor: "Penyedia"
    case .region: "Wilayah"
    case .servedRegion: "Melayani wilayah"
    case .anyRegion: "Semua wilayah"
    case .allOfVendor: "Semua produk penyedia ini"
    case .sku: "SKU"
    case .unit: "Satuan"
    case .stock: "Stok"
    case .leadTime: "Waktu penyiapan"
    case .localContent: "TKDN"
    case .taxClass: "Perlakuan pajak"
    case .standardPrice: "Kode standar harga"
    case .days(let count): "\(count) hari"
    case .description: "Keterangan"
    case .price: "Harga"
    case .notListed: "Produk ini tidak tayang di katalog; hanya Anda dan verifikator yang melihatnya."
    case .back: "Kembali ke katalog"
    }
  }
}

extension ProductSort {
  fileprivate var indonesian: String {
    switch self {
    case .relevance: "Paling sesuai"
    case .newest: "Terbaru"
    case .price: "Harga terendah"
    case .priceDescending: "Harga tertinggi"
    case .name: "Nama A–Z"
    }
  }
}

extension TaxClass {
  var indonesian: String {
    switch self {
    case .goods: "Barang"
    case .service: "Jasa"
    case .catering: "Makanan dan minuman (PBJT)"
    case .exempt: "Tidak dikenai PPN"
    }
  }
}
