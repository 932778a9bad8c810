import EOrderRules
import StrictJSON
import Testing

/// The patterns that are published say the same as the rules.
@Suite struct IdentityFormatTests {
  private static let days = (0...99).flatMap { day in
    (0...13).map { month in (day < 10 ? "0\(day)" : "\(day)", month < 10 ? "0\(month)" : "\(month)") }
  }

  @Test func `numbers of persons`() {
    for (day, month) in Self.days {
      for region in ["137101", "107101", "007101", "130001", "137100", "997101"] {
        for tail in ["900001", "000000"] {
          let text = region + day + month + tail
          #expect(TextFormat.nik.matches(text) == (NIK(text) != nil), "\(text)")
        }
      }
    }
  }

  @Test func `numbers of civil servants`() {
    for year in ["1900", "1984", "1985", "2000", "2096", "2099"] {
      for (day, month) in Self.days {
        let text = year + month + day + "201001" + "2001"
        #expect(TextFormat.nip.matches(text) == (NIP(text) != nil), "\(text)")
      }
    }
    for tail in ["2010130001", "2010001001", "2010013001", "2010012000"] {
      let text = "19850101" + tail
      #expect(TextFormat.nip.matches(text) == (NIP(text) != nil), "\(text)")
    }
  }
}
