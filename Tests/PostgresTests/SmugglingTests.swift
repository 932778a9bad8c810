import Foundation
import Testing

/// Text made at run time must not become SQL; the compiler says so, not a reviewer.
@Suite struct SmugglingTests {
  private static let attempts = [
    "let statement: SQL = text",
    "let statement = SQL(stringLiteral: text)",
    #"let statement: SQL = "SELECT " + text"#,
    #"let statement: SQL = "SELECT * FROM \(name: text)""#,
    #"let statement = SQL(joining: ["SELECT 1", "SELECT 2"], separator: text)"#,
    "var pieces = SQL.StringInterpolation(literalCapacity: 0, interpolationCount: 0); pieces.appendLiteral(text)",
    "let statement = SQL(stringInterpolation: DefaultStringInterpolation(literalCapacity: 0, interpolationCount: 0))",
  ]

  private static let honest = [
    #"let statement: SQL = "SELECT \(text)""#,
    #"let statement: SQL = "SELECT * FROM \(name: Table.orders) WHERE id = \(UUID())""#,
  ]

  @Test func theCompilerRefusesEveryAttempt() async throws {
    let module = try await CompiledModule.sql()
    defer { module.remove() }
    for attempt in Self.attempts {
      let output = try await module.compile(attempt)
      #expect(output.contains("Attempt.swift:7:"), "it was not refused: \(attempt)\n\(output)")
      #expect(output.contains("error:") && !output.contains("no such module"))
    }
    for statement in Self.honest {
      let output = try await module.compile(statement)
      #expect(output == "", "it was refused: \(statement)")
    }
  }
}
