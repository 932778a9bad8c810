import Procurement

extension NoticeText {
  private var title: String { self["title"] ?? "–" }

  /// The sentences about needs and offers.
  var needIndonesian: String {
    switch kind {
    case .needDispatched: "Kebutuhan “\(title)” didisposisikan kepada Anda."
    case .needWaits: "Kebutuhan “\(title)” belum ditindaklanjuti Pejabat Pengadaan sampai tenggatnya."
    case .offersRequested: "Anda diminta menawar: “\(title)”. Penawaran tersegel sampai batas waktunya."
    case .offersOpened: "Penawaran untuk “\(title)” sudah dibuka."
    case .offersFailed: "Tidak ada penawaran sah untuk “\(title)”; minta lagi atau pilih cara lain."
    case .offerInvalid: "Penawaran Anda untuk “\(title)” tidak dapat dihitung."
    case .requestWithdrawn: "“\(title)” tidak jadi dibeli; permintaan penawarannya ditarik."
    case .offerCountered: "Penawaran Anda untuk “\(title)” dinegosiasikan. Jawab sebelum tenggatnya."
    case .offerAnswered: "\(vendor) menjawab negosiasi atas “\(title)”."
    case .offerSelected: "Penawaran Anda untuk “\(title)” terpilih; pesanan menyusul."
    default: "Pesanan “\(title)” tidak disanggupi; \(vendor) berikutnya melalui penerbitan kembali."
    }
  }
}
