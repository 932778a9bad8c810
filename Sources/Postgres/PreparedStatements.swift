/// Statements that a connection has prepared; they live and die with it.
struct PreparedStatements {
  /// More texts than this on one connection are forgotten at once and prepared anew.
  static let limit = 200

  private var names: Set<String> = []
  /// Whether the server still holds statements that were forgotten here.
  private(set) var mustDeallocate = false

  /// `s` and the FNV-1a hash of the text.
  static func name(of text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "s" + String(hash, radix: 36)
  }

  func contains(_ name: String) -> Bool { names.contains(name) }

  mutating func insert(_ name: String) { names.insert(name) }

  mutating func forgetIfFull() {
    if names.count >= Self.limit { forgetAll() }
  }

  mutating func forgetAll() {
    names.removeAll()
    mustDeallocate = true
  }

  mutating func deallocated() { mustDeallocate = false }
}
