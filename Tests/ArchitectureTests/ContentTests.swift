import Foundation
import Testing

/// What must not stand in the sources.
@Suite struct ContentTests {
  /// A province is data: names and slugs of the tenants that are shipped are nowhere in the code.
  @Test func noProvinceIsNamedInTheSources() throws {
    let tenants = SourceTree.root.appending(path: "Tenants")
    let slugs = try FileManager.default.contentsOfDirectory(atPath: tenants.path)
      .filter { FileManager.default.fileExists(atPath: tenants.appending(path: "\($0)/tenant.yaml").path) }
    #expect(slugs.count >= 3)
    let names = slugs + ["Jakarta Raya", "Sumatera", "Padang"]
    let pattern = try Regex("(?i)\\b(" + names.joined(separator: "|") + ")\\b")
    for file in try SourceTree().files {
      #expect(!file.text.contains(pattern), "\(file.path) names a province")
    }
  }

  /// The wall between tenants is the login role; nothing that runs as a tenant switches roles or paths.
  @Test func onlyTheOperatorSwitchesRoles() throws {
    let switching = try Regex("(?i)\\bSET (LOCAL |SESSION )?(ROLE|search_path)\\b")
    for file in try SourceTree().files where !["Tenancy", "eorder"].contains(file.module) {
      #expect(!file.text.contains(switching), "\(file.path) switches role or path")
    }
  }

  /// `unsafe` and unchecked concurrency stand only at the C edges.
  @Test func uncheckedCodeStandsAtTheEdgesOnly() throws {
    for file in try SourceTree().files
    where !["Postgres", "TLS", "Authentication", "eorder"].contains(file.module) {
      #expect(!file.text.contains("@unchecked Sendable"), "\(file.path) is unchecked")
      #expect(!file.text.contains("nonisolated(unsafe)"), "\(file.path) is unsafe")
    }
  }
}
