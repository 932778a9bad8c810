extension NationalRules {
  /// What a vendor owes for delivering late: a share of the price without VAT for each day (Perpres 16/2018
  /// Art. 79(4)), rounded once.
  package func latePenalty(
    priceExVat: Rupiah, daysLate: Int64, on day: Day
  ) throws(RulesError) -> Rupiah {
    let row = try inForce(.latePenalty, on: day)
    guard let rate = row.rate else { throw .incomplete(row.code.rawValue) }
    do { return try rate.of(try priceExVat.times(max(daysLate, 0))) } catch { throw .overflow }
  }
}
