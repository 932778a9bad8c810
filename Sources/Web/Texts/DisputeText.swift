import Procurement

/// The words of the disputes of an order.
enum DisputeText: Phrase {
  case title, other, claimed, answered, stated, proposed, decided, decidedUnheard, evidence, closed
  case subject(ComplaintSubject)
  case vendorsTurn(until: String)
  case provincesTurn(until: String)
  case ownersTurn(until: String)
}

/// The words of saying something in a dispute.
enum DisputeEntryText {
  static let say = Words("Sampaikan keterangan atau usulan", "Say something, or propose how to settle it")
  static let sayMeans = Words(
    "Kedua pihak dan PA/KPA membacanya; tidak dapat dihapus.",
    "Both sides and the budget owner read it; it cannot be taken back.")
  static let kind = Words("Jenis", "Kind")
  static let words = Words("Isi", "What you say")
  static let howItEnds = Words("Penyelesaian yang diusulkan", "How it would end")
  static let howItEndsHint = Words("Hanya untuk usulan penyelesaian.", "For a proposal only.")
  static let amountDue = Words("Nilai yang layak dibayar, termasuk pajak", "Amount due, taxes included")
  static let amountDueHint = Words(
    "Wajib bila diusulkan dibayar sebagian.", "Required where it is proposed to pay a part.")
}
