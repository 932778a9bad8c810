package import FoundationEssentials

extension OfficialZone {
  /// An instant as people of the zone write it in a sentence, as `2027-03-02 16:00 WITA`; what is left of a minute counts
  /// as a whole one, so that what is not too early by the sentence is not too early at all.
  package func moment(_ instant: Date) -> String {
    let seconds = instant.wholeSeconds
    let isWhole = seconds % 60 == 0 && Date(wholeSeconds: seconds) == instant
    let minutes = text(isWhole ? instant : instant.adding(seconds: 60)).split(separator: "T")
    return "\(minutes[0]) \(minutes[1].prefix(5)) \(abbreviation)"
  }

  /// An instant by the zone's clocks, as `2027-03-02T16:00:00+08:00` (RFC 3339).
  package func text(_ instant: Date) -> String {
    let seconds = instant.wholeSeconds + Int64(secondsAheadOfUTC)
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let second = Int(seconds - day * 86_400)
    let ahead = secondsAheadOfUTC / 60
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }.joined(
      separator: ":")
    let offset = "+\(padded(ahead / 60, to: 2)):\(padded(ahead % 60, to: 2))"
    return "\(Day(holding: day))T\(clock)\(offset)"
  }
}
