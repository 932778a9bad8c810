/// What the nation fixes, by code; each has dated rows in the national rules.
package enum NationalCode: String, Sendable, CaseIterable {
  /// The highest value of an order.
  case orderCap = "ORDER_CAP"
  /// Up to where a purchase slip suffices.
  case receiptMaximum = "RECEIPT_MAX"
  /// Up to where a kuitansi suffices.
  case kuitansiMaximum = "KUITANSI_MAX"
  /// Value-added tax.
  case ppn = "PPN"
  /// Income tax on goods, kept by the treasurer.
  case pph22Treasurer = "PPH22_TREASURER"
  /// Income tax kept by an appointed platform.
  case pph22Platform = "PPH22_PLATFORM"
  /// Income tax on services of companies.
  case pph23 = "PPH23_SERVICE"
  /// Income tax on services of individuals.
  case pph21 = "PPH21_NON_EMPLOYEE"
  /// The final tax of small businesses.
  case pphFinal = "PPH_FINAL_UMKM"
  /// Up to which payment the treasurer collects neither PPN nor PPh 22.
  case minimumCollected = "MIN_COLLECT"
  /// Up to which yearly turnover an individual pays no final tax.
  case exemptBand = "UMKM_EXEMPT_BAND"
  /// The regional tax on meals inside their price.
  case pbjt = "PBJT_FNB"
  /// The penalty for each day of delay.
  case latePenalty = "LATE_PENALTY"
  /// Up to where an order needs no comparing, unless the province says otherwise.
  case directMaximum = "DIRECT_MAX"
  /// The highest single payment from petty cash.
  case pettyCashMaximum = "UP_SINGLE_MAX"
  /// In how many working days an invoice is paid at the latest.
  case payWorkingDays = "PAY_WD_MAX"
  /// The sum above which orders that belong together are held or blocked.
  case splitLimit = "SPLIT_LIMIT"
  /// Days in which similar orders of a unit are added up.
  case splitWindow = "SPLIT_WINDOW"
  /// Days in which orders of a unit from one vendor are added up.
  case splitVendorWindow = "SPLIT_VENDOR_WINDOW"
  /// From which likeness of names items count as similar.
  case splitSimilarity = "SPLIT_SIMILARITY"
  /// From which share of a threshold an order counts as close to it.
  case splitNear = "SPLIT_NEAR"
  /// Hours for which a product counts as newly listed.
  case newProductHours = "NEW_PRODUCT_HOURS"
  /// Which change of price sends a product back to curation.
  case priceChange = "PRICE_CHANGE"
}
