import CTurboJPEG

/// A picture as the catalogue shows it: a JPEG small enough for a phone, upright, and without what the camera wrote
/// into it, such as the place where it was taken.
package enum ShownPicture {
  /// Pixels of the longer side at most.
  static let longestSide = 1280
  private static let quality: Int32 = 78
  /// Pixels of a picture that is read at all.
  private static let mostPixels = 100_000_000
  /// Bytes of a PNG, which is kept as it is.
  package static let largestPNG = 1024 * 1024

  /// - Throws: `FileRefusal` for what is no picture, or one that cannot be read.
  package static func bytes(of content: [UInt8]) throws(FileRefusal) -> [UInt8] {
    guard content.count <= StoredFile.maximumSize else { throw .tooLarge }
    switch MediaType(content: content) {
    case .png:
      guard content.count <= largestPNG else { throw .tooLarge }
      return content
    case .jpeg: return try reencoded(content)
    default: throw .unsupportedType
    }
  }

  private static func reencoded(_ content: [UInt8]) throws(FileRefusal) -> [UInt8] {
    guard let raster = decoded(content) else { throw .unsupportedType }
    let upright = raster.turned(by: PictureOrientation(jpeg: content))
    guard let jpeg = encoded(upright) else { throw .unsupportedType }
    return jpeg
  }

  /// Decodes at the largest of the library's scales that is small enough.
  private static func decoded(_ content: [UInt8]) -> Raster? {
    guard let reader = tjInitDecompress() else { return nil }
    defer { tjDestroy(reader) }
    var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let size = UInt(content.count)
    let header = tjDecompressHeader3(reader, content, size, &width, &height, &sampling, &colours)
    guard header == 0, width > 0, height > 0, Int(width) * Int(height) <= mostPixels,
      let scaled = scaledSize(Int(width), Int(height))
    else { return nil }
    var pixels = [UInt8](repeating: 0, count: scaled.width * scaled.height * 3)
    // A warning, such as of a few damaged bytes, still gives a picture.
    let result = tjDecompress2(
      reader, content, size, &pixels, Int32(scaled.width), 0, Int32(scaled.height), Int32(TJPF_RGB.rawValue),
      0)
    guard result == 0 || tjGetErrorCode(reader) == Int32(TJERR_WARNING.rawValue) else { return nil }
    return Raster(width: scaled.width, height: scaled.height, pixels: pixels)
  }

  private static func scaledSize(_ width: Int, _ height: Int) -> (width: Int, height: Int)? {
    var count: Int32 = 0
    guard let factors = tjGetScalingFactors(&count) else { return nil }
    let sizes = UnsafeBufferPointer(start: factors, count: Int(count)).filter { $0.num <= $0.denom }.map {
      factor in
      (
        width: (width * Int(factor.num) + Int(factor.denom) - 1) / Int(factor.denom),
        height: (height * Int(factor.num) + Int(factor.denom) - 1) / Int(factor.denom)
      )
    }
    return sizes.filter { max($0.width, $0.height) <= longestSide }.max { $0.width < $1.width }
  }

  private static func encoded(_ raster: Raster) -> [UInt8]? {
    guard let writer = tjInitCompress() else { return nil }
    defer { tjDestroy(writer) }
    var buffer: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    defer { tjFree(buffer) }
    let result = tjCompress2(
      writer, raster.pixels, Int32(raster.width), 0, Int32(raster.height), Int32(TJPF_RGB.rawValue), &buffer,
      &size, Int32(TJSAMP_420.rawValue), quality, 0)
    guard result == 0, let buffer else { return nil }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
  }
}

/// Pixels of three bytes each, row by row.
struct Raster: Equatable {
  let width: Int
  let height: Int
  let pixels: [UInt8]

  /// The raster as it was seen, for a camera that was held otherwise.
  func turned(by orientation: PictureOrientation) -> Raster {
    if orientation == .upright { return self }
    let swaps = orientation == .right || orientation == .left
    let (newWidth, newHeight) = swaps ? (height, width) : (width, height)
    var turned = [UInt8](repeating: 0, count: pixels.count)
    for y in 0..<newHeight {
      for x in 0..<newWidth {
        let (fromX, fromY) =
          switch orientation {
          case .upright: (x, y)
          case .upsideDown: (width - 1 - x, height - 1 - y)
          case .right: (y, height - 1 - x)
          case .left: (width - 1 - y, x)
          }
        let (to, from) = ((y * newWidth + x) * 3, (fromY * width + fromX) * 3)
        for part in 0..<3 { turned[to + part] = pixels[from + part] }
      }
    }
    return Raster(width: newWidth, height: newHeight, pixels: turned)
  }
}
