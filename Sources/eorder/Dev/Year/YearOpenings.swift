import Foundation

/// What the operator does for requests for offers while a year is made: it publishes the key for which offers are
/// sealed, and opens them when their time has come.
struct YearOpenings: Sendable {
  private let installation: Installation
  private let openings: OfferOpenings

  init(_ installation: Installation) throws {
    self.installation = installation
    openings = try OfferOpenings(installation, followsOffset: true)
  }

  func open(in slug: String, at now: Date) async throws {
    try await installation.withMigrator { connection in
      _ = try await openings.visit(slug, at: now, connection)
    }
  }
}
