import Procurement

extension NoticeText {
  private var title: String { self["title"] ?? "–" }

  /// The sentences about needs and offers.
  var needEnglish: String {
    switch kind {
    case .needDispatched: "The need “\(title)” was given to you."
    case .needWaits: "The need “\(title)” waits with its procurement officer beyond its deadline."
    case .offersRequested: "You are asked for an offer: “\(title)”. It stays sealed until the deadline."
    case .offersOpened: "The offers for “\(title)” are opened."
    case .offersFailed: "No valid offer came in for “\(title)”; ask again or choose otherwise."
    case .offerInvalid: "Your offer for “\(title)” could not be counted."
    case .requestWithdrawn: "“\(title)” is not bought any more; the request for offers was withdrawn."
    case .offerCountered: "The province negotiates on your offer for “\(title)”. Answer in time."
    case .offerAnswered: "\(vendor) answered in the negotiation on “\(title)”."
    case .offerSelected: "Your offer for “\(title)” was selected; an order follows."
    default: "The order for “\(title)” was not taken; \(vendor) is next and gets it by a reissue."
    }
  }
}
