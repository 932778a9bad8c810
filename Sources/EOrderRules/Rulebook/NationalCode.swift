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
  /// From when a person looks at the taxes of luxuries.
  case luxuryReview = "LUXURY_REVIEW"
  /// From when a person looks at the taxes of vendors from abroad.
  case foreignReview = "FOREIGN_REVIEW"
  /// From when a person looks at certificates that free a vendor from withholding.
  case exemptionReview = "SKB_REVIEW"
  /// The penalty for each day of delay.
  case latePenalty = "LATE_PENALTY"
  /// By how much an amendment may raise an order above its first value.
  case addendumLimit = "ADDENDUM_LIMIT"
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
  /// How many orders close to a threshold are too many.
  case nearCount = "SPLIT_NEAR_COUNT"
  /// Days in which orders close to a threshold are counted.
  case nearWindow = "SPLIT_NEAR_WINDOW"
  /// The highest plan of a year for one account and category that direct orders alone may serve.
  case planLimit = "DIRECT_PLAN_MAX"
  /// Above which share of an officer's orders one vendor stands out.
  case repeatShare = "REPEAT_SHARE"
  /// From how many orders of an officer that share is looked at.
  case repeatLeast = "REPEAT_LEAST"
  /// Days in which those orders are counted.
  case repeatWindow = "REPEAT_WINDOW"
  /// Below how many minutes from draft to acceptance an order is hasty.
  case hasteMinutes = "FAST_MINUTES"
  /// Days before and after an order in which a change of price counts.
  case priceWindow = "PRICE_WINDOW"
  /// Above how many times the median a unit price stands out.
  case medianRatio = "MEDIAN_RATIO"
  /// Days whose prices make the median.
  case medianWindow = "MEDIAN_WINDOW"
  /// From how many prices there is a median.
  case medianLeast = "MEDIAN_LEAST"
  /// The stamp duty on a receipt for money.
  case stampDuty = "STAMP_DUTY"
  /// The least local content of goods that need no other look.
  case localContentLeast = "LOCAL_CONTENT_LEAST"
  /// Up to where a receipt needs no stamp.
  case stampDutyAbove = "STAMP_DUTY_ABOVE"
  /// In how many days the treasurer deposits the taxes of a payment from petty cash.
  case depositPettyCash = "TAX_DEPOSIT_UP"
  /// In how many days the taxes of a payment straight from the treasury are deposited.
  case depositDirect = "TAX_DEPOSIT_LS"
  /// The day of the next month by which a platform deposits.
  case depositPlatform = "TAX_DEPOSIT_PLATFORM"
  /// The day of the next month by which income tax is reported.
  case reportIncomeTax = "TAX_REPORT_PPH"
  /// Calendar days by which an amendment may give more time than the order's last day of delivery.
  case extraTime = "EXTRA_TIME"
  /// Working days in which a vendor may mend a breach before the order is terminated.
  case cureWorkingDays = "CURE_WD"
  /// Working days to answer a dispute.
  case answerWorkingDays = "DISPUTE_ANSWER_WD"
  /// Working days to mediate in a dispute.
  case mediationWorkingDays = "MEDIATION_WD"
  /// Working days to answer a proposed amendment.
  case amendmentWorkingDays = "AMENDMENT_WD"
  /// Working days after which a hold ends by itself.
  case holdWorkingDays = "HOLD_WD"
  /// Days after payment on which an order closes by itself.
  case closeDays = "CLOSE_DAYS"
  /// Working days after which a delivery that nobody inspected goes to the auditor.
  case reviewWorkingDays = "DEEMED_REVIEW_WD"
  /// Working days after which the commitment officer is reminded of a submitted order.
  case reminderWorkingDays = "REMIND_WD"
  /// Working days after which the budget owner is told of a submitted order.
  case escalationWorkingDays = "ESCALATE_WD"
  /// Working days that a procurement officer has after it was given a need.
  case officerWorkingDays = "NEED_OFFICER_WD"
  /// Working days for selecting after the offers were opened.
  case evaluationWorkingDays = "OFFER_EVALUATE_WD"
  /// Working days for which a request for offers usually stays open.
  case openWorkingDays = "OFFER_OPEN_WD"
  /// Below which share above the selected offer the next one stands out.
  case closeShare = "OFFER_CLOSE"
  /// Above which share below the next offer the selected one stands out.
  case discountShare = "OFFER_DISCOUNT"
  /// Above which share of disqualified offers a vendor stands out.
  case disqualifiedShare = "OFFER_DISQUALIFIED_SHARE"
  /// From how many disqualified offers that is looked at.
  case disqualifiedLeast = "OFFER_DISQUALIFIED_LEAST"
  /// Days in which a vendor's offers are counted for that.
  case disqualifiedWindow = "OFFER_DISQUALIFIED_WINDOW"
  /// From how many categories in which a vendor was selected it stands out.
  case varietyLeast = "OFFER_VARIETY"
  /// Calendar days in which a vendor mends what it was sent back for.
  case vendorMendDays = "VENDOR_MEND_DAYS"
  /// Characters of a password under the profile `bssn`.
  case passwordLength = "PASSWORD_LENGTH"
  /// Kinds of characters of a password under the profile `bssn`.
  case passwordKinds = "PASSWORD_KINDS"
  /// Days for which a password holds under the profile `bssn`.
  case passwordDays = "PASSWORD_DAYS"
  /// Days in which a vendor accepts an order that was issued again.
  case reissueDays = "REISSUE_DAYS"
  /// Working days in which a vendor delivers anew what was refused.
  case replacementWorkingDays = "REPLACE_WD"
}
