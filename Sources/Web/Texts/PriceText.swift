/// The words of the prices that were paid.
enum PriceText {
  static let title = Words("Harga yang dibayar", "Prices paid")
  static let link = Words(
    "Harga yang dibayar – menurut barang, penyedia, dan unit, dibanding harga standar",
    "Prices paid – by product, vendor and unit, against the standard price")
  static let lead = Words(
    "Harga satu satuan, semua pajak termasuk. Barang dengan kode harga standar (SSH) yang sama dibandingkan bersama; yang pernah dibeli di atas SSH berada paling atas.",
    "The price of one unit, all taxes included. What has the same standard price (SSH) is compared together; what was bought above it comes first."
  )
  static let ranges = Words(
    "Rentang harga dibanding acuan (garis tegak): SSH, atau median bila tidak ada",
    "Range of prices against the reference (upright line): the standard price, or the median where there is none"
  )
  static let thing = Words("Barang atau jasa", "Goods or service")
  static let category = Words("Kategori", "Category")
  static let anyCategory = Words("Semua kategori", "All categories")
  static let purchases = Words("Pembelian", "Purchases")
  static let range = Words("Terendah – tertinggi", "Lowest – highest")
  static let median = Words("Median", "Median")
  static let standard = Words("Harga standar (SSH)", "Standard price (SSH)")
  static let above = Words("Di atas SSH", "Above SSH")
  static let noStandard = Words("tanpa SSH", "no standard price")
  static let overTime = Words("Harga dari waktu ke waktu", "Prices over time")
  static let day = Words("Tanggal", "Day")
  static let order = Words("Pesanan", "Order")
  static let unit = Words("Unit kerja", "Unit")
  static let vendor = Words("Penyedia", "Vendor")
  static let quantity = Words("Jumlah", "Quantity")
  static let price = Words("Harga satuan", "Unit price")
  static let byVendor = Words("Median menurut penyedia", "Median by vendor")
  static let byUnit = Words("Median menurut unit", "Median by unit")
  static let first = Words(
    "Yang teratas ditampilkan; semuanya ada di CSV.", "The first are shown; the CSV has all.")
  static let newest = Words(
    "Yang terbaru ditampilkan; semuanya ada di CSV.", "The newest are shown; the CSV has all.")

  static func vendors(_ count: Int64) -> Words {
    Words("\(count) penyedia", count == 1 ? "1 vendor" : "\(count) vendors")
  }

  static func perMeasure(_ measure: String) -> Words { Words("per \(measure)", "per \(measure)") }

  static func spread(_ name: String, standard: String?) -> Words {
    let line = standard.map { Words("; garis mendatar: SSH \($0)", "; level line: standard price \($0)") }
    return Words(
      "Setiap titik satu pembelian\(line?.indonesian ?? "").", "Each dot is a purchase\(line?.english ?? "")."
    )
  }
}
