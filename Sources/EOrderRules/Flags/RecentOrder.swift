/// Another live order, as far as splitting looks at it.
package struct RecentOrder: Hashable, Sendable {
  /// Its id.
  package var id: String
  /// Its number; nil before it is issued.
  package var number: String?
  /// The day from which it counts.
  package var date: Day
  /// Its package.
  package var packageId: String?
  /// The unit that ordered.
  package var unitId: String?
  /// Its account code.
  package var account: String?
  /// The categories of its lines.
  package var categories: Set<String>
  /// Its vendor.
  package var vendorId: String?
  /// Its value with all taxes; the accepted value where it was terminated.
  package var gross: Rupiah
  /// The names of what it ordered.
  package var itemNames: [String]
  /// The day on which the goods were needed.
  package var needDate: Day?

  /// An order with all that is compared.
  package init(
    id: String, number: String?, date: Day, packageId: String?, unitId: String?, account: String?,
    categories: Set<String>, vendorId: String?, gross: Rupiah, itemNames: [String], needDate: Day?
  ) {
    self.id = id
    self.number = number
    self.date = date
    self.packageId = packageId
    self.unitId = unitId
    self.account = account
    self.categories = categories
    self.vendorId = vendorId
    self.gross = gross
    self.itemNames = itemNames
    self.needDate = needDate
  }
}
