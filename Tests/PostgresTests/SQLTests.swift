import Foundation
import Testing

@testable import Postgres

private enum Table: String, SQLName {
  case orders
  case odd = "od\"d; DROP TABLE orders"
}

@Suite(.onServer) struct SQLTests {
  @Test func valuesBecomeParameters() {
    let statement: SQL = "SELECT * FROM t WHERE a = \("x' OR 1=1 --") AND b = \(Int64(7))"
    #expect(statement.text == "SELECT * FROM t WHERE a = $1 AND b = $2")
    #expect(statement.parameters.map(\.oid) == [OID.text, OID.int8])
    #expect(statement.parameters[0].bytes == Array("x' OR 1=1 --".utf8))
    #expect(statement.parameters[1].bytes == [0, 0, 0, 0, 0, 0, 0, 7])
  }

  @Test func fragmentsAreRenumbered() {
    let condition: SQL = "b = \(Int64(2)) AND c = \("three")"
    let statement: SQL = "SELECT \(Int64(1)) WHERE \(condition) AND d = \(true)"
    #expect(statement.text == "SELECT $1 WHERE b = $2 AND c = $3 AND d = $4")
    #expect(statement.parameters.count == 4)
  }

  @Test func listsAreJoined() {
    let rows: [SQL] = (1...3).map { "(\(Int64($0)))" }
    let statement: SQL = "VALUES \(SQL(joining: rows, separator: ", "))"
    #expect(statement.text == "VALUES ($1), ($2), ($3)")
    #expect(("SELECT 1" + " WHERE \(true)" as SQL).text == "SELECT 1 WHERE $1")
    #expect(SQL(joining: [], separator: ", ").text.isEmpty)
  }

  @Test func namesAreQuoted() {
    #expect(("SELECT * FROM \(name: Table.orders)" as SQL).text == #"SELECT * FROM "orders""#)
    #expect(("\(name: Table.odd)" as SQL).text == #""od""d; DROP TABLE orders""#)
  }

  @Test func descriptionShowsNoValue() {
    let statement: SQL = "SELECT \("3171234567890001")"
    for text in ["\(statement)", String(describing: statement), String(reflecting: statement)] {
      #expect(!text.contains("3171234567890001"))
    }
  }

  @Test func dollarSignsInValuesStayValues() async throws {
    let connection = try await TestServer.connect()
    let row = try await connection.run("SELECT \("$2"), \("$1"), '$1'")
      .first(as: (String, String, String).self)
    #expect(try #require(row) == ("$2", "$1", "$1"))
  }
}
