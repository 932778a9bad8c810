/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same year on every machine.
struct YearRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A stream of its own for whatever the parts name, so that one more order here changes nothing there.
  init(_ seed: UInt64, _ parts: String...) {
    var hash = 0xcbf2_9ce4_8422_2325 ^ seed
    for byte in parts.joined(separator: "/").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func amount(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &self) }

  mutating func chance(_ percent: Int) -> Bool { int(0...99) < percent }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[int(0...items.count - 1)] }

  /// An item as often as its weight says.
  mutating func weighted<Item>(_ items: [(Item, Int)]) -> Item {
    var left = int(1...items.reduce(0) { $0 + $1.1 })
    for (item, weight) in items {
      left -= weight
      if left <= 0 { return item }
    }
    return items[0].0
  }

  /// So many digits, the first of which is no zero.
  mutating func digits(_ count: Int) -> String {
    String(int(1...9)) + (1..<count).map { _ in String(int(0...9)) }.joined()
  }
}
