import Foundation
import StrictJSON

/// What a command says: results on standard output, everything else on standard error; neither is buffered.
enum Console {
  static func output(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  static func output(_ value: JSONValue) {
    FileHandle.standardOutput.write(Data(value.encoded + [UInt8(ascii: "\n")]))
  }

  static func note(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
