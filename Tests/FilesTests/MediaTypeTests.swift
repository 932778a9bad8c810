import Testing

@testable import Files

/// Small files that are whole, and what is made of them.
enum Papers {
  static let pdf = Array("%PDF-1.4\n%%EOF\n".utf8)
  static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xD9]
  /// A picture of one pixel.
  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10] + Array("IDAT".utf8)
    + [0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0, 0, 0, 0]
    + Array("IEND".utf8)
    + [0xAE, 0x42, 0x60, 0x82]

  /// A whole PDF of exactly so many bytes.
  static func pdf(_ size: Int) -> [UInt8] {
    let (head, tail) = (Array("%PDF-1.4\n".utf8), Array("\n%%EOF\n".utf8))
    return head + (0..<(size - head.count - tail.count)).map { UInt8($0 % 251) } + tail
  }
}

@Suite struct MediaTypeTests {
  @Test func `each kind is told by its content`() {
    #expect(MediaType(content: Papers.pdf) == .pdf)
    #expect(MediaType(content: Papers.jpeg) == .jpeg)
    #expect(MediaType(content: Papers.png) == .png)
    #expect(MediaType.allCases.map(\.fileExtension) == ["pdf", "jpg", "png"])
  }

  @Test(arguments: [Papers.pdf, Papers.jpeg, Papers.png])
  func `what breaks off anywhere is nothing`(whole: [UInt8]) {
    let least = whole == Papers.pdf ? whole.count - 1 : whole.count
    for length in 0..<least { #expect(MediaType(content: Array(whole.prefix(length))) == nil, "\(length)") }
  }

  @Test(arguments: [
    Array("MZ\u{90}".utf8), Array("GIF89a".utf8), Array("<html>%PDF-1.4\n%%EOF</html>".utf8),
    [0x50, 0x4B, 0x03, 0x04], Array("%!PS\n%%EOF\n".utf8), [0xFF, 0xD8, 0xFF, 0xD9],
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("%PDF-1.4\n".utf8) + Papers.png,
  ])
  func `other files are nothing`(content: [UInt8]) { #expect(MediaType(content: content) == nil) }

  @Test func `the end of a PDF may be followed by a little`() {
    #expect(MediaType(content: Papers.pdf + Array(repeating: 0, count: 1000)) == .pdf)
    #expect(MediaType(content: Papers.pdf + Array(repeating: 0, count: 1100)) == nil)
  }
}
