package import Foundation
package import Postgres

/// The language that a person chose on the pages is the language of the mail to that person.
package struct RememberLanguage: Sendable {
  private let language: String

  /// - Parameter language: a BCP 47 tag that the pages have.
  package init(_ language: String) { self.language = language }

  package func callAsFunction(_ user: UUID, _ lease: borrowing some Lease & ~Copyable) async throws {
    try await lease.transaction { transaction in
      transaction.enqueue(
        "UPDATE app_user SET language = \(language) WHERE id = \(user) AND language IS DISTINCT FROM \(language)"
      )
    }
  }
}
