/// How a camera was held, by the Exif tag 0x0112; mirrored pictures, which no camera makes, count as upright.
enum PictureOrientation: Sendable {
  case upright, upsideDown
  /// To be turned clockwise, and counter-clockwise.
  case right, left

  private static let tag = 0x0112

  init(jpeg: [UInt8]) {
    self =
      switch Self.exif(jpeg).flatMap(Self.code) {
      case 3: .upsideDown
      case 6: .right
      case 8: .left
      default: .upright
      }
  }

  /// The TIFF block of the segment APP1.
  private static func exif(_ jpeg: [UInt8]) -> [UInt8]? {
    let mark = Array("Exif".utf8) + [0, 0]
    var position = 2
    while position + 4 <= jpeg.count, jpeg[position] == 0xFF {
      let kind = jpeg[position + 1]
      let length = Int(jpeg[position + 2]) << 8 | Int(jpeg[position + 3])
      // The picture itself begins.
      if kind == 0xDA || length < 2 { return nil }
      let end = min(position + 2 + length, jpeg.count)
      if kind == 0xE1, end > position + 10, jpeg[(position + 4)..<end].starts(with: mark) {
        return Array(jpeg[(position + 10)..<end])
      }
      position += 2 + length
    }
    return nil
  }

  /// The value in the first directory; nil where it is not there.
  private static func code(_ tiff: [UInt8]) -> Int? {
    guard tiff.count > 8, let isLittle = [0x49: true, 0x4D: false][tiff[0]] else { return nil }
    func number(_ at: Int, _ bytes: Int) -> Int? {
      guard at >= 0, at + bytes <= tiff.count else { return nil }
      let part = tiff[at..<(at + bytes)]
      return (isLittle ? part.reversed() : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let start = number(4, 4), let count = number(start, 2) else { return nil }
    for index in 0..<min(count, 100) {
      let entry = start + 2 + index * 12
      if number(entry, 2) == tag { return number(entry + 8, 2) }
    }
    return nil
  }
}
