/// Whether a text consists of so many ASCII digits and nothing else.
func isDigits(_ text: some StringProtocol, _ count: ClosedRange<Int>) -> Bool {
  count.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

/// The number that a slice of ASCII digits spells.
func decimal(_ digits: some StringProtocol) -> Int { Int(digits) ?? 0 }

/// The part of a text from one character to another, counted from 0.
func part(_ text: String, _ range: Range<Int>) -> Substring {
  text.dropFirst(range.lowerBound).prefix(range.count)
}
