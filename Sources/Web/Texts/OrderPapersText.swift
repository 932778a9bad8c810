/// The words of an order's papers.
enum OrderPapersText {
  static let title = Words("Surat dan foto pesanan", "Papers and photos of the order")
  static let add = Words("Tambah surat atau foto", "Add a paper or photo")
  static let none = Words("Belum ada surat atau foto.", "No papers or photos yet.")
  static let kind = Words("Apa ini?", "What is it?")
  static let chooseKind = Words("Pilih dahulu apa yang Anda kirim.", "Choose what you are sending first.")
  static let done = Words("Sudah diterima.", "Received.")
}
