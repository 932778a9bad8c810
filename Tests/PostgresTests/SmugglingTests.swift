import Foundation
import Testing

/// Text made at run time must not become SQL; the compiler says so, not a reviewer.
@Suite(.serialized) struct SmugglingTests {
  @Test(arguments: [
    "let statement: SQL = text",
    "let statement = SQL(stringLiteral: text)",
    #"let statement: SQL = "SELECT " + text"#,
    #"let statement: SQL = "SELECT * FROM \(name: text)""#,
    #"let statement = SQL(joining: ["SELECT 1", "SELECT 2"], separator: text)"#,
    "var pieces = SQL.StringInterpolation(literalCapacity: 0, interpolationCount: 0); pieces.appendLiteral(text)",
    "let statement = SQL(stringInterpolation: DefaultStringInterpolation(stringLiteral: text))",
  ])
  func isRefused(_ attempt: String) async throws {
    let module = try await CompiledModule.sql()
    defer { module.remove() }
    let output = try await module.compile(attempt)
    #expect(output.contains("error:"), "it compiled: \(attempt)")
    #expect(!output.contains("no such module"))
  }

  @Test(arguments: [
    #"let statement: SQL = "SELECT \(text)""#,
    #"let statement: SQL = "SELECT * FROM \(name: Table.orders) WHERE id = \(UUID())""#,
  ])
  func whatIsMeantCompiles(_ statement: String) async throws {
    let module = try await CompiledModule.sql()
    defer { module.remove() }
    #expect(try await module.compile(statement) == "")
  }
}
