import Foundation
import StrictJSON

/// What a command says: results on standard output, everything else on standard error; neither is buffered.
enum Console {
  static func output(_ line: String) { output(Array((line + "\n").utf8)) }

  static func output(_ value: JSONValue) { output(value.encoded + [UInt8(ascii: "\n")]) }

  /// Ends the command where nobody reads its results any more, as behind `head`, and with a sentence where they cannot be
  /// written, as on a full disk.
  static func output(_ bytes: [UInt8]) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      if cause?.code == Int(EPIPE) { exit(0) }
      note("Error: the result cannot be written: \(error.localizedDescription)")
      exit(EX_IOERR)
    }
  }

  static func note(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }
}
