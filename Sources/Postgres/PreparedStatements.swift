/// Statements that a connection has prepared; they live and die with it.
struct PreparedStatements {
  /// With more texts than this on one connection, the one longest unused is forgotten.
  static let limit = 200

  /// `s` and the FNV-1a hash of the text and of the parameters' types, for which it was analysed.
  struct Name: Hashable, CustomStringConvertible {
    private let hash: UInt64

    init(text: [UInt8], types: [UInt32]) {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      for type in types { hash = (hash ^ UInt64(type)) &* 0x100_0000_01b3 }
      self.hash = hash
    }

    var description: String { "s" + String(hash, radix: 36) }
  }

  private var lastUse: [Name: Int] = [:]
  private var clock = 0
  /// Whether the server may hold statements that are unknown here.
  private(set) var mustDeallocate = false

  var count: Int { lastUse.count }

  /// Whether the statement is there to be executed; counts as a use.
  mutating func use(_ name: Name) -> Bool {
    guard lastUse[name] != nil else { return false }
    insert(name)
    return true
  }

  mutating func insert(_ name: Name) {
    clock += 1
    lastUse[name] = clock
  }

  /// Takes out the statement longest unused, for the caller to deallocate.
  mutating func removeOldest() -> Name? {
    guard let oldest = lastUse.min(by: { $0.value < $1.value })?.key else { return nil }
    lastUse[oldest] = nil
    return oldest
  }

  mutating func forgetAll() {
    lastUse = [:]
    mustDeallocate = true
  }

  mutating func deallocated() { mustDeallocate = false }
}
