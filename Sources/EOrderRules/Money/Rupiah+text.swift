extension Rupiah {
  /// The amount as people read it, `Rp1.234.567`.
  ///
  /// - Parameter thousands: `.` in Indonesian, `,` in English.
  package func text(thousands: Character) -> String {
    var grouped = ""
    for (index, digit) in String(amount.magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { grouped.append(thousands) }
      grouped.append(digit)
    }
    return (amount < 0 ? "-Rp" : "Rp") + String(grouped.reversed())
  }
}
