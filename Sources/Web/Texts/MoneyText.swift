import EOrderRules

/// The words of what is paid of an order, and why it is that much.
enum MoneyText: Phrase {
  case title, due, transfer, penalty, stamp, deposits, parts, part, arrived, withOrder, missing
  case penaltyReckoned(days: Int64, base: String, amount: String, legal: String)
  case stampReckoned(amount: String, legal: String)
  case deposited, notDeposited, withholdingSlip, withholdingSlipHint
  case recordDeposit(tax: String, part: Int64?)
  case recordDepositMeans(amount: String)
  case depositOf(tax: String, amount: String, by: String, report: String)
  case paper(SupportingPaper)
}
