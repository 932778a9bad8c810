import CQREncode

/// A text as dark squares on a light ground, by libqrencode.
package struct QRCode: Sendable {
  /// Squares of one side.
  package let width: Int
  /// Row by row.
  private let dark: [Bool]

  /// - Returns: nil for a text that is too long.
  package init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let (width, data) = (Int(code.pointee.width), code.pointee.data)
    self.width = width
    // The lowest bit of each byte says whether the square is dark.
    dark = (0..<width * width).map { (data?[$0] ?? 0) & 1 == 1 }
  }

  /// The dark squares in the language of SVG paths, in a square of `width`; neighbours in a row are one bar.
  package var path: String {
    var path = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        var end = column
        while end < width, dark[row * width + end] { end += 1 }
        if end > column { path += "M\(column) \(row)h\(end - column)v1h-\(end - column)z" }
        column = max(end, column + 1)
      }
    }
    return path
  }
}
