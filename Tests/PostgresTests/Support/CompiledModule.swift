import Foundation
import Testing

/// The real sources of `SQL` as a module of their own, for the compiler to judge what others write.
struct CompiledModule {
  private static let package = "smuggling"

  private let folder: URL

  /// `SQL` and the types that it binds.
  static func sql() async throws -> CompiledModule {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Postgres").standardizedFileURL
    let types = try FileManager.default.contentsOfDirectory(
      at: sources.appending(path: "Types"), includingPropertiesForKeys: nil)
    let module = CompiledModule(
      folder: FileManager.default.temporaryDirectory.appending(path: TestServer.uniqueName("sql")))
    try FileManager.default.createDirectory(at: module.folder, withIntermediateDirectories: true)
    let output = try await module.swiftc(
      ["-emit-module", "-parse-as-library", "-module-name", "Postgres", "-o", "Postgres.swiftmodule"]
        + (types + [sources.appending(path: "SQL.swift")]).map(\.path))
    try #require(output == "")
    return module
  }

  /// What the compiler says about a function with the statements and a `text` from elsewhere.
  func compile(_ statements: String) async throws -> String {
    let file = folder.appending(path: "Attempt.swift")
    let source = """
      import Foundation
      import Postgres

      enum Table: String, SQLName { case orders }

      package func attempt(_ text: String) {
        \(statements)
      }
      """
    try Data(source.utf8).write(to: file)
    return try await swiftc(
      ["-typecheck", "-parse-as-library", "-suppress-warnings", "-I", folder.path, file.path])
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  private func swiftc(_ arguments: [String]) async throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["swiftc", "-swift-version", "6", "-package-name", Self.package] + Self.features + arguments
    process.currentDirectoryURL = folder
    let log = folder.appending(path: "log")
    try Data().write(to: log)
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    return try String(contentsOf: log, encoding: .utf8)
  }

  private static let features = [
    "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "InternalImportsByDefault",
    "-enable-upcoming-feature", "MemberImportVisibility",
  ]
}
