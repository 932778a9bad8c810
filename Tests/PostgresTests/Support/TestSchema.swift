import Foundation

@testable import Postgres

extension TestServer {
  /// A schema of its own for a test that needs tables which several connections see; gone afterwards.
  static func withSchema(
    _ script: String, settings: [String: String] = [:], _ body: (ConnectionTarget) async throws -> Void
  ) async throws {
    let name = uniqueName("test")
    let operate = try await connect()
    try await operate.execute(script: "CREATE SCHEMA \(name); SET search_path = \(name); \(script)")
    do {
      try await body(target(settings: settings.merging(["search_path": name]) { _, path in path }))
    } catch {
      try? await operate.execute(script: "DROP SCHEMA \(name) CASCADE")
      throw error
    }
    try await operate.execute(script: "DROP SCHEMA \(name) CASCADE")
  }

  static func uniqueName(_ prefix: String) -> String {
    prefix + "_" + UUID().uuidString.replacing("-", with: "").lowercased()
  }
}
