import Procurement

extension NoticeText {
  private var order: String { number.map { "Pesanan \($0)" } ?? "Pesanan" }

  private var worth: String { self["gross"] == nil ? "" : " senilai \(gross(in: .indonesian))" }

  /// Versi aturan dan hari mulainya.
  private var rules: String {
    "versi \(self["rulesVersion"] ?? "–")" + (self["effectiveFrom"].map { " mulai \($0)" } ?? "")
  }

  private var person: String { self["person"] ?? "–" }

  var indonesian: String {
    switch kind {
    case .needDispatched, .needWaits, .offersRequested, .offersOpened, .offersFailed, .offerInvalid,
      .requestWithdrawn,
      .offerCountered,
      .offerAnswered, .offerSelected, .offerNext:
      needIndonesian
    case .orderSubmitted: "Pesanan\(worth) kepada \(vendor) menunggu persetujuan Anda."
    case .orderAboveStep: "Pesanan senilai \(gross(in: .indonesian)) kepada \(vendor) diajukan ke PPK."
    case .orderReturned: "Pesanan kepada \(vendor) dikembalikan untuk diperbaiki."
    case .orderRejected: "Pesanan kepada \(vendor) ditolak."
    case .orderIssued: "\(order) terbit untuk Anda. Sanggupi atau tolak sebelum tenggatnya."
    case .orderWithdrawn: "\(order) ditarik kembali."
    case .orderAccepted: "\(vendor) menyanggupi \(order.lowercasedFirst)."
    case .orderDeclined: "\(vendor) tidak menyanggupi \(order.lowercasedFirst)."
    case .orderExpired: "\(order) kepada \(vendor) kedaluwarsa; Anda dapat menerbitkannya kembali."
    case .orderDelivered: "\(order) dari \(vendor) sudah sampai dan menunggu pemeriksaan."
    case .goodsRefused: "Barang \(order.lowercasedFirst) tidak diterima. Perbaiki atau ganti."
    case .orderHandedOver: "Serah terima \(order.lowercasedFirst) ditandatangani. Silakan kirim tagihan."
    case .orderInvoiced: "\(vendor) menagih \(order.lowercasedFirst); berkasnya menunggu verifikasi."
    case .invoiceQueried: "Tagihan \(order.lowercasedFirst) perlu dilengkapi."
    case .paymentRequested: "Pembayaran \(order.lowercasedFirst) kepada \(vendor) menunggu persetujuan Anda."
    case .paymentApproved: "Pembayaran \(order.lowercasedFirst) kepada \(vendor) disetujui; silakan bayar."
    case .orderPaid: "\(order) sudah dibayar."
    case .orderTerminated: "\(order) diputus."
    case .breachNoticed, .disputeOpened, .disputeEntry, .disputeAnswered, .disputeClosed, .disputeUnanswered,
      .disputeUndecided, .amendmentProposed,
      .amendmentAnswered,
      .cancellationProposed, .orderCancelled, .orderHeld, .orderReleased, .inspectionOverdue,
      .replacementOverdue:
      bendIndonesian
    case .paymentsTogether:
      "Satu pesanan dibayar sehari dengan pesanan lain ke penyedia yang sama; pajaknya dihitung sebagai satu."
    case .partPaid: "Bagian \(self["part"] ?? "–") dari \(order.lowercasedFirst) sudah dibayar."
    case .taxesReckoned:
      "Pajak pembayaran \(order.lowercasedFirst) dihitung ulang: dipotong \(money("taken", .indonesian)) "
        + "(semula \(money("takenBefore", .indonesian))), diterima penyedia \(money("net", .indonesian))."
    case .approvalReminder: "Pesanan kepada \(vendor) sudah dua hari kerja menunggu persetujuan Anda."
    case .approvalEscalated: "Pesanan kepada \(vendor) sudah empat hari kerja belum dijawab PPK."
    case .acceptanceReminder: "\(order) masih menunggu kesanggupan Anda; tenggatnya makin dekat."
    case .invoiceReminder: "\(order) sudah diserahterimakan, tetapi belum Anda tagih."
    case .deemedReview:
      "\(order) dari \(vendor) sudah sepuluh hari kerja sampai tanpa pemeriksaan yang ditandatangani; perlu ditelaah."
    case .vendorSubmitted, .vendorOverdue, .vendorVerified, .vendorReturned, .vendorRejected, .vendorLapsed,
      .vendorSuspended, .vendorBlacklisted, .vendorReinstated, .sanctionEnded, .sanctionProposed,
      .sanctionDismissed, .vendorOfOrderBanned, .paperEnding, .paperRenewed, .bankAccountChanged,
      .kbliAsked, .kbliAccepted, .kbliRefused:
      vendorIndonesian
    case .flagRaised: "Pesanan yang ditolak memunculkan tanda \(code)."
    case .flagAsked: "Auditor meminta penjelasan Anda atas tanda \(code)."
    case .flagExplained: "Tanda \(code) sudah dijelaskan kepada Anda."
    case .flagEscalated: "Auditor meneruskan tanda \(code) kepada Anda."
    case .ruleDraftWaits: "Perubahan aturan \(rules) dari \(person) menunggu persetujuan Anda."
    case .ruleDraftApproved: "Perubahan aturan \(rules) yang Anda susun disetujui oleh \(person)."
    case .breakGlassOpened:
      "Admin pusat \(person) membuka akses darurat: dapat membaca data provinsi ini selama \(self["minutes"] ?? "–") menit."
    case .ruleDraftDiscarded: "Perubahan aturan \(rules) yang Anda susun dibatalkan oleh \(person)."
    }
  }
}

extension NoticePart {
  var indonesian: String {
    switch self {
    case .reason(let text): "Alasan: \(text)"
    }
  }
}
