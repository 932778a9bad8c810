import Procurement

extension NoticeText {
  private var order: String { number.map { "pesanan \($0)" } ?? "pesanan" }
  private var opening: String { number.map { "Pesanan \($0)" } ?? "Pesanan" }
  private var end: String { until(in: .indonesian).map { " paling lambat \($0)" } ?? " segera" }
  /// The other side, as its reader knows it.
  private var other: String { self["unitName"] ?? vendor }
  private var still: String { until(in: .indonesian).map { " sampai \($0)" } ?? "" }

  /// Kalimat tentang pesanan yang keluar dari jalan lurus.
  var bendIndonesian: String {
    switch kind {
    case .breachNoticed:
      "PPK memberi peringatan cidera janji atas \(order). Perbaiki\(end); setelah itu pesanan dapat diputus."
    case .disputeOpened:
      says("asks")
        ? "\(other) mengajukan sengketa atas \(order). Jawablah\(end)."
        : says("byVendor")
          ? "\(vendor) mengajukan sengketa atas \(order). PPK menjawab\(end)."
          : "PPK mengajukan sengketa atas \(order) kepada \(vendor). Penyedia menjawab\(end)."
    case .disputeEntry:
      "Ada keterangan atau usulan baru dalam sengketa atas \(order) dengan \(other). Buka pesanan untuk membacanya."
    case .disputeAnswered:
      "Sengketa atas \(order) dengan \(other) sudah dijawab; PA/KPA memutuskan\(still)."
    case .disputeClosed:
      "Sengketa atas \(order) dengan \(other) sudah diputuskan. Buka pesanan untuk membaca hasilnya."
    case .disputeUnanswered:
      "Sengketa atas \(order) dengan \(other) tidak dijawab pada waktunya; PA/KPA memutuskan\(still)."
    case .disputeUndecided:
      "Sengketa atas \(order) dengan \(other) seharusnya sudah diputuskan. Mohon diputuskan."
    case .amendmentProposed: "Perubahan \(order) dengan \(other) diusulkan. Jawab\(end)."
    case .amendmentAnswered:
      says("accepted")
        ? "Usulan perubahan \(order) dengan \(other) disetujui."
        : "Usulan perubahan \(order) dengan \(other) ditolak; pesanan tetap seperti semula."
    case .cancellationProposed:
      "Pihak lain mengusulkan pembatalan \(order) dengan \(other). Batalkan juga, atau lanjutkan."
    case .orderCancelled: "\(opening) dengan \(other) dibatalkan oleh kedua pihak."
    case .orderHeld: "\(opening) dengan \(other) ditahan\(still)."
    case .orderReleased: "Penahanan \(order) dengan \(other) berakhir; pesanan berjalan lagi."
    case .inspectionOverdue:
      "\(opening) dari \(vendor) belum diperiksa pada tenggatnya. Periksa dan tandatangani, atau tolak."
    default: "Pengganti barang \(order) dari \(vendor) belum datang pada tenggatnya."
    }
  }
}
