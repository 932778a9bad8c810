import Procurement

/// The words of the disputes of an order.
enum DisputeText: Phrase {
  case title, other, claimed, answered, stated, proposed, decided, evidence, closed
  case subject(ComplaintSubject)
  case vendorsTurn(until: String)
  case provincesTurn(until: String)
  case ownersTurn(until: String)
}
