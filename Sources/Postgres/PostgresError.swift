/// Why PostgreSQL did not do what it was asked.
///
/// `description` names only kind and SQLSTATE, so that it can go into a log; values that the server
/// quotes in message and detail are for `String(reflecting:)`, on a developer's screen.
package struct PostgresError: Error, Sendable {
  package enum Kind: Sendable, Equatable {
    /// The server refused the statement.
    case server
    /// No connection could be opened.
    case unreachable
    /// The connection broke; whether the statement took effect is unknown only for COMMIT.
    case connectionLost
    /// The connection broke while COMMIT was under way: the transaction may or may not exist.
    case commitUnknown
    /// The deadline or the server's `statement_timeout` passed.
    case timeout
    /// No connection became free before the deadline.
    case exhausted
    /// The pool is shutting down.
    case closed
  }

  package let kind: Kind
  package var sqlState = ""
  package var constraint: String?
  package var table: String?
  package var column: String?
  package var message = ""
  package var detail: String?

  package init(_ kind: Kind, message: String = "") {
    self.kind = kind
    self.message = message
  }

  init(_ result: Result) {
    func field(_ code: Diagnostic) -> String? { result.field(code.rawValue) }
    sqlState = field(.sqlState) ?? ""
    kind = sqlState == SQLState.queryCanceled ? .timeout : .server
    constraint = field(.constraint)
    table = field(.table)
    column = field(.column)
    message = field(.message) ?? result.errorMessage
    detail = field(.detail)
  }

  /// COMMIT after a statement had failed: the server rolled back.
  static var failedTransaction: PostgresError {
    var error = PostgresError(.server, message: "a statement had failed, so that COMMIT rolled back")
    error.sqlState = SQLState.failedTransaction
    return error
  }

  /// A broken connection whose last words are known: they say why.
  func caused(by lastWords: PostgresError?) -> PostgresError {
    guard let lastWords, kind == .connectionLost else { return self }
    var error = PostgresError(kind, message: lastWords.message)
    error.sqlState = lastWords.sqlState
    return error
  }

  /// Whether nothing more can be said on the connection: it broke, or its answer is overdue.
  var endsConnection: Bool {
    kind == .connectionLost || (kind == .timeout && sqlState != SQLState.queryCanceled)
  }

  /// Whether a prepared statement no longer fits the schema, or the server does not know it as we do.
  var meansStaleStatement: Bool {
    [SQLState.featureNotSupported, SQLState.undefinedStatement, SQLState.duplicateStatement].contains(
      sqlState)
  }

  /// Whether the service may answer 503 and expect to be well again by itself.
  package var isTransient: Bool {
    switch kind {
    case .unreachable, .connectionLost, .commitUnknown, .timeout, .exhausted, .closed: true
    case .server: SQLState.transientClasses.contains { sqlState.hasPrefix($0) }
    }
  }

  /// Whether the same transaction may be tried again at once.
  package var isSerializationFailure: Bool {
    sqlState == "40001" || sqlState == "40P01"
  }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
  package var description: String {
    sqlState.isEmpty ? "PostgreSQL: \(kind)" : "PostgreSQL: \(kind) \(sqlState)"
  }

  package var debugDescription: String {
    "\(description): \(message)\(detail.map { " (\($0))" } ?? "")\(constraint.map { " [\($0)]" } ?? "")"
  }
}

/// SQLSTATE codes that the service decides by.
package enum SQLState {
  package static let uniqueViolation = "23505"
  package static let checkViolation = "23514"
  package static let foreignKeyViolation = "23503"
  package static let insufficientPrivilege = "42501"
  package static let queryCanceled = "57014"
  package static let lockNotAvailable = "55P03"
  package static let featureNotSupported = "0A000"
  /// Text that PostgreSQL cannot hold, such as NUL.
  package static let characterNotInRepertoire = "22021"
  package static let untranslatableCharacter = "22P05"
  package static let undefinedStatement = "26000"
  package static let undefinedTable = "42P01"
  static let duplicateStatement = "42P05"
  static let failedTransaction = "25P02"
  package static let tooManyConnections = "53300"

  /// Connection exceptions, insufficient resources, operator intervention, system errors.
  static let transientClasses = ["08", "53", "57", "58", "55P03", "40"]
}

/// Fields of an error report; libpq's macros are C characters, which Swift does not import.
private enum Diagnostic: Int32 {
  case sqlState = 67  // 'C'
  case message = 77  // 'M'
  case detail = 68  // 'D'
  case constraint = 110  // 'n'
  case table = 116  // 't'
  case column = 99  // 'c'
}
