/// Deadlines of orders, needs and requests for offers that are the same in every province.
package struct NationalDeadlines: Hashable, Sendable {
  /// Working days in which a vendor may mend a breach before the order is terminated.
  package let cureWorkingDays: Int
  /// Working days to answer a dispute.
  package let answerWorkingDays: Int
  /// Working days to mediate in a dispute.
  package let mediationWorkingDays: Int
  /// Working days to answer a proposed amendment.
  package let amendmentWorkingDays: Int
  /// Working days after which a hold ends by itself.
  package let holdWorkingDays: Int
  /// Days after payment on which an order closes by itself.
  package let closeDays: Int
  /// Working days after which a delivery that nobody inspected goes to the auditor.
  package let reviewWorkingDays: Int
  /// Working days after which the commitment officer is reminded of a submitted order.
  package let reminderWorkingDays: Int
  /// Working days after which the budget owner is told of a submitted order.
  package let escalationWorkingDays: Int
  /// Working days that a procurement officer has after it was given a need.
  package let officerWorkingDays: Int
  /// Working days for selecting after the offers were opened.
  package let evaluationWorkingDays: Int
  /// Working days for which a request for offers usually stays open.
  package let openWorkingDays: Int
  /// Days in which a vendor mends what it was sent back for.
  package let vendorMendDays: Int
  /// Days in which a vendor accepts an order that was issued again; nil in rules that were kept before the nation had
  /// such a row, where the province's own hours hold.
  package let reissueDays: Int?
  /// Working days in which a vendor delivers anew what was refused; nil in rules that were kept before the nation had
  /// such a row.
  package let replacementWorkingDays: Int?

  /// The deadlines by the rows that bind on a day.
  init(_ national: NationalRules, on day: Day) throws(RulesError) {
    func count(_ code: NationalCode) throws(RulesError) -> Int {
      guard let count = national.binding(code, on: day)?.count else { throw .incomplete(code.rawValue) }
      return Int(clamping: count)
    }
    cureWorkingDays = try count(.cureWorkingDays)
    answerWorkingDays = try count(.answerWorkingDays)
    mediationWorkingDays = try count(.mediationWorkingDays)
    amendmentWorkingDays = try count(.amendmentWorkingDays)
    holdWorkingDays = try count(.holdWorkingDays)
    closeDays = try count(.closeDays)
    reviewWorkingDays = try count(.reviewWorkingDays)
    reminderWorkingDays = try count(.reminderWorkingDays)
    escalationWorkingDays = try count(.escalationWorkingDays)
    officerWorkingDays = try count(.officerWorkingDays)
    evaluationWorkingDays = try count(.evaluationWorkingDays)
    openWorkingDays = try count(.openWorkingDays)
    vendorMendDays = try count(.vendorMendDays)
    reissueDays = national.binding(.reissueDays, on: day)?.count.map { Int(clamping: $0) }
    replacementWorkingDays = national.binding(.replacementWorkingDays, on: day)?.count.map {
      Int(clamping: $0)
    }
  }
}
