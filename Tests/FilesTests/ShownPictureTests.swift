import Testing

@testable import Files

@Suite struct ShownPictureTests {
  /// One Exif segment with this orientation, in the order of bytes of its maker.
  private func jpeg(orientation: UInt8, isLittle: Bool) -> [UInt8] {
    let tiff: [UInt8] =
      isLittle
      ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
      : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
    let segment = Array("Exif".utf8) + [0, 0] + tiff
    let length = segment.count + 2
    return [0xFF, 0xD8, 0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + segment + [0xFF, 0xDA, 0, 2]
  }

  @Test(arguments: [true, false])
  func orientation(isLittle: Bool) {
    #expect(PictureOrientation(jpeg: jpeg(orientation: 1, isLittle: isLittle)) == .upright)
    #expect(PictureOrientation(jpeg: jpeg(orientation: 3, isLittle: isLittle)) == .upsideDown)
    #expect(PictureOrientation(jpeg: jpeg(orientation: 6, isLittle: isLittle)) == .right)
    #expect(PictureOrientation(jpeg: jpeg(orientation: 8, isLittle: isLittle)) == .left)
  }

  @Test func brokenHeadsAreUpright() {
    let whole = jpeg(orientation: 6, isLittle: true)
    for length in 0..<30 { #expect(PictureOrientation(jpeg: Array(whole.prefix(length))) == .upright) }
    #expect(PictureOrientation(jpeg: [0xFF, 0xD8, 0xFF, 0xE1, 0, 0]) == .upright)
  }

  /// Two pixels beside each other, red and blue.
  private let pair = Raster(width: 2, height: 1, pixels: [255, 0, 0, 0, 0, 255])

  @Test func turning() {
    #expect(pair.turned(by: .upright) == pair)
    #expect(pair.turned(by: .upsideDown).pixels == [0, 0, 255, 255, 0, 0])
    let right = pair.turned(by: .right)
    #expect(right.width == 1 && right.height == 2 && right.pixels == [255, 0, 0, 0, 0, 255])
    #expect(pair.turned(by: .left).pixels == [0, 0, 255, 255, 0, 0])
  }

  @Test func whatIsNoPictureIsRefused() {
    #expect(throws: FileRefusal.unsupportedType) { try ShownPicture.bytes(of: Array("%PDF-1.4 %%EOF".utf8)) }
    #expect(throws: FileRefusal.unsupportedType) {
      try ShownPicture.bytes(of: [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 0xFF, 0xD9])
    }
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    let large = png + [UInt8](repeating: 0, count: ShownPicture.largestPNG) + end
    #expect(throws: FileRefusal.tooLarge) { try ShownPicture.bytes(of: large) }
  }
}
