import EOrderRules

/// The words of whose turn an order is, and of what came of what one side proposed.
enum OrderTurnText {
  static let held = Words(
    "Ditahan: tidak ada yang dapat dilanjutkan sampai penahanan berakhir",
    "On hold: nothing goes on until the hold is over")
  static let mayRelease = Words("Ditahan: Anda dapat melepas penahanan", "On hold: you can lift the hold")
  static let stopped = Words("berhenti selama pesanan ditahan", "stands still while the order is on hold")
  static let ownCancel = Words(
    "Anda mengusulkan pembatalan; menunggu pihak lain", "You proposed to cancel; the other side has to agree")
  static let otherCancel = Words(
    "Pihak lain mengusulkan pembatalan", "The other side proposes to cancel the order")
  static let cancelWished = Words("Pembatalan diusulkan", "Cancelling proposed")
  static let breach = Words("Peringatan cidera janji", "Notice of breach")
  static let agreed = Words("Adendum disetujui", "Amendment agreed to")
  static let refused = Words("Adendum ditolak", "Amendment refused")
  static let lapsed = Words(
    "Usulan adendum gugur karena tidak dijawab", "The proposed amendment lapsed, since nobody answered it")

  static func breachMeans(_ moment: String) -> Words {
    Words(
      "Penyedia memperbaiki paling lambat \(moment). Sesudah itu PPK dapat memutus pesanan; yang sudah diterima tetap dibayar.",
      "The vendor puts it right by \(moment). After that the commitment officer may terminate the order; what was accepted is paid all the same."
    )
  }

  /// Until when something holds or is due.
  /// - Parameter isDecided: whether what is due of a dispute is the decision.
  static func until(_ overlay: OrderOverlay, isDecided: Bool, _ moment: String) -> Words {
    switch overlay {
    case .hold: Words("Berlaku sampai \(moment)", "Until \(moment)")
    case .disputeOpen where isDecided:
      Words("PA/KPA memutuskan paling lambat \(moment)", "The budget owner decides by \(moment)")
    default: Words("Dijawab paling lambat \(moment)", "To be answered by \(moment)")
    }
  }

  static func then(product: String, quantity: String) -> Words {
    Words("\(product): menjadi \(quantity)", "\(product): \(quantity) instead")
  }

  static func deliverBy(_ day: String) -> Words {
    Words("Batas pengiriman menjadi \(day)", "To be delivered by \(day) instead")
  }

  /// What is worth of an order that was ended early.
  static func terminated(accepted: String) -> Words {
    Words(
      "Pesanan diputus. Yang dibayar hanya yang sudah diterima, \(accepted); angka di bawah ini adalah nilai pesanan semula.",
      "The order was terminated. Only what was accepted is paid, \(accepted); the numbers below are of the order as it was."
    )
  }
}
