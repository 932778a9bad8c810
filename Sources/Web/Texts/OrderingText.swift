/// The words of writing an order.
enum OrderingText {
  static let title = Words("Pesanan baru", "New order")
  static let chooseSource = Words(
    "Pilih kebutuhan yang diteruskan kepada Anda, atau paket RUP yang sudah punya PPK.",
    "Choose a need that was handed to you, or a package of the plan that has a commitment officer.")
  static let needs = Words("Kebutuhan yang diteruskan kepada Anda", "Needs that were handed to you")
  static let noNeeds = Words("Belum ada kebutuhan", "No need yet")
  static let noNeedsAdvice = Words(
    "PPK meneruskan kebutuhan kepada Anda. Anda juga dapat memesan langsung dari paket di bawah.",
    "The commitment officer hands needs to you. You can also order from a package below.")
  static let packages = Words("Paket RUP tahun ini", "Packages of this year")
  static let noPackages = Words("Belum ada paket tahun ini", "No package of this year")
  static let noPackagesAdvice = Words(
    "Admin provinsi mengimpor paket dari SiRUP.", "The province's administrator imports packages from SiRUP.")
  static let ceiling = Words("Pagu", "Ceiling")
  static let officer = Words("PPK", "Commitment officer")
  static let hasOfficer = Words("Sudah ditugaskan", "Assigned")
  static let noOfficer = Words("Belum ada PPK: hanya draf", "None yet: draft only")
  static let searchSources = Words("Cari kebutuhan atau paket", "Search needs and packages")
  static let noMatch = Words("Tidak ada yang cocok", "Nothing fits")
  static let noMatchAdvice = Words(
    "Coba bagian kata yang lebih pendek, atau kode RUP.", "Try a shorter part of the word, or the RUP code.")
  static let orderThis = Words("Pesan produk ini", "Order this product")
  static let lines = Words("Barang yang dipesan", "What is ordered")
  static let noLines = Words(
    "Belum ada barang. Cari dan isi jumlahnya di bawah.", "Nothing yet. Search below and fill in a quantity.")
  static let removeHint = Words(
    "Kosongkan jumlah untuk menghapus barang.", "Empty the quantity to take an item out.")
  static let addFirst = Words("Cari barang di katalog", "Search the catalogue")
  static let addMore = Words("Tambah barang dari penyedia yang sama", "Add items of the same vendor")
  static let find = Words("Cari", "Search")
  static let found = Words(
    "Hasil pencarian; isi jumlah untuk menambahkan", "Found; fill in a quantity to add")
  static let add = Words("Tambahkan yang berjumlah", "Add those with a quantity")
  static let terms = Words("Pengiriman dan pembayaran", "Delivery and payment")
  static let evidence = Words(
    "Harga pembanding, pemeriksaan Katalog, dan alasan (bila diminta aturan)",
    "Compared prices, catalogue check and reasons (where a rule asks)")
  static let catalogueHint = Words(
    "Kosongkan untuk memakai pemeriksaan pada kebutuhan atau paketnya.",
    "Leave empty to use the check of the need or the package.")
  static let check = Words("Periksa", "Check")
  static let checkMeans = Words(
    "“Periksa” menunjukkan keputusan aturan, pajak, dan anggaran tanpa menyimpan apa pun.",
    "“Check” shows what rules, taxes and budget say, and stores nothing.")
  static let save = Words("Simpan sebagai draf", "Save as a draft")
  static let submit = Words("Ajukan ke PPK", "Submit to the commitment officer")
  static let notYetDecided = Words(
    "Isi barang, jumlah, alamat, tanggal, dan cara bayar, lalu tekan “Periksa”.",
    "Fill in items, quantities, address, date and payment, then press “Check”.")
  static let allowed = Words("Boleh diajukan", "May be submitted")
  static let notAllowed = Words("Belum boleh diajukan", "May not be submitted yet")
  static let blocked = Words(
    "Aturan menolak pesanan ini. Lihat alasannya di bagian keputusan; yang Anda isi tetap tersimpan di formulir.",
    "The rules refuse this order. The reasons are in the decision; what you typed is still in the form.")
  static let stale = Words(
    "Isian sudah berubah sejak diperiksa. Tekan “Periksa” lagi untuk melihat angka dan keputusan yang baru.",
    "The form has changed since it was checked. Press “Check” again for the new numbers and decision.")
  static let edit = Words("Ubah draf", "Edit the draft")
  static let editLead = Words(
    "Setelah disimpan, halaman pesanan menunjukkan keputusan aturan yang baru.",
    "Once saved, the order's page shows what the rules say now.")
  static let saveAndCheck = Words("Simpan dan periksa", "Save and check")
  static let linesOfOffer = Words(
    "Barang dan harganya mengikuti penawaran terpilih dan tidak dapat diubah di sini.",
    "Items and prices are those of the selected offer and cannot be changed here.")

  static func from(_ name: String) -> Words { Words("Pesanan baru: \(name)", "New order: \(name)") }
  static func available(_ amount: String) -> Words { Words("sisa \(amount)", "\(amount) left") }
  static func quantityOf(_ name: String) -> Words { Words("Jumlah \(name)", "Quantity of \(name)") }

  static func otherVendor(_ product: String) -> Words {
    Words(
      "\(product) dijual penyedia lain. Satu pesanan hanya untuk satu penyedia; buat pesanan terpisah.",
      "\(product) is another vendor's. An order is for one vendor; make a separate one.")
  }

  static func justificationDue(_ holds: String) -> Words {
    Words(
      "Wajib sebelum pesanan terbit. Sebabnya: \(holds)", "Due before the order is issued, because: \(holds)")
  }

  static func verdict(gross: String, blocks: Int, holds: Int) -> Words {
    let (id, en) =
      blocks > 0
      ? ("\(blocks) hal menghalangi", "\(blocks) \(blocks == 1 ? "thing stands" : "things stand") against it")
      : holds > 0
        ? (
          "perlu alasan untuk \(holds) hal", "\(holds) \(holds == 1 ? "thing needs" : "things need") a reason"
        )
        : ("tidak ada yang menghalangi", "nothing stands against it")
    return Words("Nilai \(gross) termasuk pajak; \(id).", "\(gross) with taxes; \(en).")
  }
}
