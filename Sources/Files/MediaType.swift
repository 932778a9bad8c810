/// What a file is, decided by its first bytes and its end, never by its name.
package enum MediaType: String, Sendable, CaseIterable {
  case pdf = "application/pdf"
  case jpeg = "image/jpeg"
  case png = "image/png"

  /// Nil for everything that is neither PDF, JPEG nor PNG.
  package init?(content: [UInt8]) {
    if content.starts(with: [0x25, 0x50, 0x44, 0x46, 0x2D]) {  // %PDF-
      self = .pdf
    } else if content.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else {
      return nil
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
