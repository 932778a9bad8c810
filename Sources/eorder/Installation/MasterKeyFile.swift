import Foundation
import Tenancy

/// A file that holds one key: 64 hexadecimal digits, readable by its owner only.
struct MasterKeyFile: Sendable {
  let path: String

  /// - Throws: `SettingsError` where the file is missing or holds something else.
  func read() throws -> MasterKey {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw SettingsError("The key file \(path) cannot be read.")
    }
    let digits = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard digits.utf8.count == 64, let key = Self.decode(digits) else {
      throw SettingsError("The key file \(path) must hold 64 hexadecimal digits (openssl rand -hex 32).")
    }
    return try MasterKey(key)
  }

  /// - Throws: `SettingsError` where every user of the machine may read the file.
  func checkSecrecy() throws {
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o007 != 0 else {
      return
    }
    throw SettingsError("The key file \(path) can be read by everybody: chmod 600 it.")
  }

  /// Makes the file with a new random key where there is none.
  func ensure() throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    var random = SystemRandomNumberGenerator()
    let digits = (0..<64).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }
    try PrivateFile.write(digits.joined() + "\n", to: path)
  }

  private static func decode(_ digits: String) -> [UInt8]? {
    let values = digits.compactMap(\.hexDigitValue)
    guard values.count == digits.count else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }
}
