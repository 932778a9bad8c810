import Foundation
import Testing

/// Nothing points backwards: each file imports only what its module may (the compiler lets transitive
/// imports pass).
@Suite struct ArrowTests {
  private static let everywhere: Set<String> = [
    "Foundation", "Logging", "Metrics", "Tracing", "Collections", "OrderedCollections", "Synchronization",
    "Glibc",
    "Swift",
  ]

  /// Which modules and products a module may import.
  private static let allowed: [String: Set<String>] = [
    "EOrderRules": ["FoundationEssentials"],
    "StrictJSON": [],
    "HTML": [],
    "Postgres": ["CLibPQ", "ServiceLifecycle"],
    "TLS": ["NIOSSL", "NIOCore", "NIOTLS", "NIOPosix", "X509", "SwiftASN1", "Crypto", "COpenSSL"],
    "AuditLog": ["Postgres", "StrictJSON", "Crypto"],
    "Authentication": [
      "EOrderRules", "Postgres", "AuditLog", "StrictJSON", "Crypto", "CArgon2", "CQREncode",
    ],
    "Files": ["Postgres", "Crypto", "CTurboJPEG", "CXLSXWriter"],
    "Mail": ["CCurl"],
    "Tenancy": ["EOrderRules", "Postgres", "AuditLog", "StrictJSON", "Crypto", "Yams"],
    "Procurement": [
      "Tenancy", "AuditLog", "Authentication", "Files", "Mail", "EOrderRules", "Postgres", "StrictJSON",
      "Crypto",
      "ServiceLifecycle",
    ],
    "Web": [
      "Procurement", "Tenancy", "AuditLog", "Authentication", "Files", "Mail", "EOrderRules", "Postgres",
      "StrictJSON", "HTML",
      "TLS", "Crypto", "Hummingbird", "HTTPTypes", "NIOCore", "NIOPosix", "NIOTLS", "NIOHTTP1",
      "NIOHTTPTypes",
      "NIOHTTPTypesHTTP1", "HummingbirdCore", "ServiceLifecycle", "UnixSignals",
    ],
  ]

  @Test func everyImportFollowsTheTable() throws {
    let files = try SourceTree().files
    #expect(files.count > 100)
    for file in files where file.module != "eorder" {
      let allowed = try #require(Self.allowed[file.module], "a module without a row: \(file.module)")
      let general = file.module == "EOrderRules" ? [] : Self.everywhere
      let strangers = file.imports.subtracting(allowed).subtracting(general)
      #expect(strangers.isEmpty, "\(file.path) imports \(strangers.sorted().joined(separator: ", "))")
    }
  }

  @Test func noTypeBearsItsModulesName() throws {
    for file in try SourceTree().files {
      let declaration = try Regex(
        "\\b(struct|class|enum|actor|protocol) \(file.module)\\b")
      #expect(!file.text.contains(declaration), "\(file.path) declares a type named like its module")
    }
  }
}
