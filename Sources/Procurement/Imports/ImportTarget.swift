import EOrderRules
import Foundation
import Postgres
package import StrictJSON
import Tenancy

/// One kind of file: its columns, what has to be looked at, and what is written.
protocol ImportTarget: Sendable {
  static var columns: [ImportColumn] { get }

  init(_ table: ImportTable, _ context: ImportContext)

  /// What is read, and locked, in the first round trip.
  var reads: [SQL] { get }

  /// Compares the file with what was read.
  func plan(_ results: [Result]) throws -> ImportPlan
}

/// Under which rules and in whose name a file is read.
struct ImportContext: Sendable {
  let rulebook: Rulebook
  let author: Author
  /// Under which particulars are hashed; nil in a process without the master key.
  var traceKey: TraceKey?
  /// From which links in mail follow; nil where no mail goes out, as while a province joins.
  var linkKey: LinkKey?

  var now: Date { author.now }
}

/// What a file comes to: errors, or counts and statements.
struct ImportPlan {
  var errors: ImportErrors
  var counts = ImportCounts()
  /// Statements in batches of one round trip each, so that none runs into the server's time limit; each is
  /// made when its turn comes, so that the transaction is never idle for long.
  var batches: [() -> [SQL]] = []
  var invitations: [Invitation] = []
  /// Rows whose ceiling is too low, which stay on the red list although the file is refused.
  var red: [RedRow] = []

  /// Rows of one statement at most.
  static let rowsPerStatement = 2000

  init(errors: ImportErrors) { self.errors = errors }

  /// Adds the statements for some rows, a part of the rows at a time.
  mutating func write(_ rows: [Int], _ statements: @escaping ([Int]) -> [SQL]) {
    for start in stride(from: 0, to: rows.count, by: Self.rowsPerStatement) {
      let part = Array(rows[start..<min(start + Self.rowsPerStatement, rows.count)])
      batches.append { statements(part) }
    }
  }
}

/// How many rows of a file were new, changed something, or said what was known.
package struct ImportCounts: Sendable, Equatable {
  package var imported = 0
  package var updated = 0
  package var unchanged = 0

  package var json: JSONValue {
    ["imported": JSONValue(imported), "updated": JSONValue(updated), "unchanged": JSONValue(unchanged)]
  }

  /// What the API shows of an import.
  package static let answer = Shape.component(
    "ImportCounts",
    .object(["imported", "updated", "unchanged"].map { .required($0, .integer(min: 0)) }))
}
