/// What a file is, decided by its first bytes and its end, never by its name.
package enum MediaType: String, Sendable, CaseIterable {
  case pdf = "application/pdf"
  case jpeg = "image/jpeg"
  case png = "image/png"

  /// Nil for everything that is neither PDF, JPEG nor PNG, or breaks off.
  package init?(content: [UInt8]) {
    let type = Self.allCases.first { content.starts(with: $0.beginning) }
    guard let type, type.isWhole(content) else { return nil }
    self = type
  }

  private var beginning: [UInt8] {
    switch self {
    case .pdf: Array("%PDF-".utf8)
    case .jpeg: [0xFF, 0xD8, 0xFF]
    case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    }
  }

  /// Whether the end is there too: readers of PDF look for its mark in the last 1,024 bytes.
  private func isWhole(_ content: [UInt8]) -> Bool {
    switch self {
    case .pdf: content.suffix(1024).contains(Array("%%EOF".utf8))
    case .jpeg: content.count > 4 && content.suffix(2).elementsEqual([0xFF, 0xD9])
    case .png:
      content.suffix(12).elementsEqual([0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82])
    }
  }

  /// The file name's ending.
  package var fileExtension: String {
    switch self {
    case .pdf: "pdf"
    case .jpeg: "jpg"
    case .png: "png"
    }
  }
}
