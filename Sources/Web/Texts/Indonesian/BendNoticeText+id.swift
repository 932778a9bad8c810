import Procurement

extension NoticeText {
  private var order: String { number.map { "pesanan \($0)" } ?? "pesanan" }
  private var opening: String { number.map { "Pesanan \($0)" } ?? "Pesanan" }
  private var end: String { until(in: .indonesian).map { " paling lambat \($0)" } ?? " segera" }
  private var still: String { until(in: .indonesian).map { " sampai \($0)" } ?? "" }

  /// Kalimat tentang pesanan yang keluar dari jalan lurus.
  var bendIndonesian: String {
    switch kind {
    case .breachNoticed:
      "PPK memberi peringatan cidera janji atas \(order). Perbaiki\(end); setelah itu pesanan dapat diputus."
    case .disputeOpened: "Sengketa atas \(order) dengan \(vendor) dibuka. Pihak lain menjawab\(end)."
    case .disputeAnswered:
      "Sengketa atas \(order) dengan \(vendor) sudah dijawab; PA/KPA memutuskan\(still)."
    case .disputeClosed:
      "Sengketa atas \(order) dengan \(vendor) sudah diputuskan. Buka pesanan untuk membaca hasilnya."
    case .disputeUnanswered:
      "Sengketa atas \(order) dengan \(vendor) tidak dijawab pada waktunya; PA/KPA memutuskan\(still)."
    case .disputeUndecided:
      "Sengketa atas \(order) dengan \(vendor) seharusnya sudah diputuskan. Mohon diputuskan."
    case .amendmentProposed: "Perubahan \(order) dengan \(vendor) diusulkan. Jawab\(end)."
    case .amendmentAnswered:
      says("accepted")
        ? "Usulan perubahan \(order) dengan \(vendor) disetujui."
        : "Usulan perubahan \(order) dengan \(vendor) ditolak; pesanan tetap seperti semula."
    case .cancellationProposed:
      "Pihak lain mengusulkan pembatalan \(order) dengan \(vendor). Batalkan juga, atau lanjutkan."
    case .orderCancelled: "\(opening) dengan \(vendor) dibatalkan oleh kedua pihak."
    case .orderHeld: "\(opening) dengan \(vendor) ditahan\(still)."
    case .orderReleased: "Penahanan \(order) dengan \(vendor) berakhir; pesanan berjalan lagi."
    case .inspectionOverdue:
      "\(opening) dari \(vendor) belum diperiksa pada tenggatnya. Periksa dan tandatangani, atau tolak."
    default: "Pengganti barang \(order) dari \(vendor) belum datang pada tenggatnya."
    }
  }
}
