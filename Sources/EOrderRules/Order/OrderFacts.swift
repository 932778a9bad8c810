/// Everything that a decision about an order looks at; `decide` reads nothing else.
package struct OrderFacts: Sendable {
  /// The tenant's day on which the decision is made.
  package var date: Day
  /// How the order is to be paid.
  package var paymentMode: PaymentMode
  /// Whether offers were compared by the service.
  package var procedure: Procedure
  /// The vendor as it stands today.
  package var vendor: VendorFacts
  /// What is ordered, at least one line.
  package var lines: [LineFacts]
  /// What the budget line still has free; nil where the line is not known, which raises nothing.
  package var budgetAvailable: Rupiah?
  /// The budget year of line and package; nil where it does not bind.
  package var budgetYear: Int?
  /// Live orders that may belong together with this one: all of its package, and those of the splitting
  /// windows. The order itself is not among them.
  package var recentOrders: [RecentOrder] = []
  /// The package (RUP) that the order draws on.
  package var packageId: String?
  /// What is known of that package; nil where that is not part of the facts.
  package var package: PackageFacts?
  /// The unit (SKPD) that orders.
  package var unitId: String?
  /// The codes of the units from the root to the one that orders, whose own settings bind the order.
  package var unitPath: [String] = []
  /// The account code (kode rekening).
  package var account: String?
  /// The vendor's id, as `recentOrders` has it.
  package var vendorId: String?
  /// The names of what is ordered, compared with those of other orders.
  package var itemNames: [String] = []
  /// The day on which the goods are needed; for meals the day of the meeting.
  package var needDate: Day?
  /// The last day of delivery.
  package var deliverBy: Day?
  /// Prices that the procurement officer compared.
  package var comparedPrices: [ComparedPrice] = []
  /// What the look into the national catalogue gave.
  package var catalogueCheck: CatalogueCheck?
  /// Why the order is right in spite of what was held against it.
  package var justification: String?
  /// Changes of the prices of its products on which no verifier has looked yet.
  package var priceChanges: [PriceChange] = []
  /// Officials who share particulars with the vendor.
  package var conflicts: [SharedTraces] = []
  /// The value at which the order was issued, where it is to be amended.
  package var initialGross: Rupiah?
  /// The value before the amendment that is decided; nil where nothing is amended.
  package var amendedFrom: Rupiah?
  /// The lines of the whole transaction where this is a payment broken out of it; nil where it is the whole.
  package var whole: [LineFacts]?
  /// Other payments of the unit to the vendor on the day on which this order is paid.
  package var sameDay: [SameDayPayment] = []
  /// Whether the order is being issued, so that the last day of issue binds as well.
  package var issuing = false
  /// The certificate of whoever places or issues the order; nil where nobody asks.
  package var officerCertificate: CertificateRecord?

  /// Facts with nothing but what every order has.
  package init(
    date: Day, paymentMode: PaymentMode, procedure: Procedure, vendor: VendorFacts, lines: [LineFacts]
  ) {
    self.date = date
    self.paymentMode = paymentMode
    self.procedure = procedure
    self.vendor = vendor
    self.lines = lines
  }
}

/// How the vendor was found.
package enum Procedure: String, Sendable, CaseIterable {
  /// Chosen from the catalogue.
  case direct
  /// Chosen among offers.
  case offer
}

/// A price that was compared with the order's.
package struct ComparedPrice: Hashable, Sendable {
  /// Where it was seen.
  package var source: String
  /// The price of one unit.
  package var unitPrice: Rupiah

  /// A price and its source.
  package init(source: String, unitPrice: Rupiah) {
    self.source = source
    self.unitPrice = unitPrice
  }
}
