package import EOrderRules
import Foundation

/// Why a rule file could not be used at all.
package enum RuleFileFailure: Error, CustomStringConvertible {
  /// The file is not there or not readable.
  case unreadable(String)
  /// The file has errors.
  case wrong(file: String, RuleFileError)

  /// The failure, one line for each error.
  package var description: String {
    switch self {
    case .unreadable(let path): "\(path) cannot be read"
    case .wrong(let file, let error): error.problems.map { "\(file): \($0)" }.joined(separator: "\n")
    }
  }
}

extension TenantFile {
  /// Reads the file at a path, with the national rules of `../national/rules.yaml` beside its folder.
  ///
  /// Throws `RuleFileFailure` where a file is not readable or the national one is wrong, and `RuleFileError`
  /// for the errors of the file itself.
  package init(at path: String, changeOn today: Day? = nil) throws {
    let bytes = try Self.bytes(at: path)
    let folder = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent()
    let national = try NationalFile.read(at: Self.nationalRules(besideTenant: folder))
    try self.init(bytes, national: national, changeOn: today)
  }

  /// The national rules beside the tenant's folder; for a file that lies elsewhere, those of the installation.
  private static func nationalRules(besideTenant folder: URL) -> String {
    let beside = folder.deletingLastPathComponent().appending(path: "national/rules.yaml").path
    let installed = ProcessInfo.processInfo.environment["EORDER_TENANTS_DIR"] ?? "Tenants"
    let exists = FileManager.default.fileExists(atPath: beside)
    return exists ? beside : "\(installed)/national/rules.yaml"
  }

  static func bytes(at path: String) throws(RuleFileFailure) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
    defer { try? handle.close() }
    // One byte more than allowed is enough to refuse a file of any size.
    var bytes: [UInt8] = []
    while bytes.count <= YAMLDocument.maximumBytes {
      guard let chunk = try? handle.read(upToCount: 1 << 16) else {
        if bytes.isEmpty, (try? handle.seekToEnd()) != 0 { throw .unreadable(path) }
        break
      }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }
}

extension NationalFile {
  /// Reads the national rules at a path; throws `RuleFileFailure`.
  package static func read(at path: String) throws(RuleFileFailure) -> NationalRules {
    let bytes = try TenantFile.bytes(at: path)
    do { return try read(bytes) } catch { throw .wrong(file: path, error) }
  }
}
