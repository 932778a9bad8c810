/// A citizen's number: region of first issue, date of birth (women's day + 40), serial number from 0001.
package struct NIK: Hashable, Sendable, LosslessStringConvertible {
  /// The 16 digits.
  package let description: String

  /// Reads 16 digits whose region, date and serial number can exist; nil for anything else.
  package init?(_ description: String) {
    guard isDigits(description, 16...16) else { return nil }
    let province = decimal(part(description, 0..<2))
    let district = decimal(part(description, 2..<4))
    let subdistrict = decimal(part(description, 4..<6))
    let day = decimal(part(description, 6..<8))
    let month = decimal(part(description, 8..<10))
    // Two digits of the year do not tell the century, so 29 February is always let through.
    let length = (1...12).contains(month) ? Day.length(of: month, in: 2000) : 0
    guard province >= 11, district >= 1, subdistrict >= 1,
      (1...max(length, 1)).contains(day > 40 ? day - 40 : day), length > 0,
      decimal(part(description, 12..<16)) >= 1
    else { return nil }
    self.description = description
  }
}
