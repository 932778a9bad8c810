package import Authentication
import EOrderRules
package import Foundation
import Postgres
package import StrictJSON

/// A link by which somebody sets the first password, or a new one after the old was lost.
package struct Invitation: Sendable {
  package let userID: UUID
  package let email: String
  package let name: String
  /// Shown once; the database keeps only its hash.
  package let secret: Secret
  package let expiresAt: Date
  private let life: TimeInterval

  init(user: UUID, email: String, name: String, roles: Set<Role>, at now: Date) {
    userID = user
    self.email = email
    self.name = name
    secret = Secret()
    life = roles.contains(.tenantAdmin) ? Invitations.powerfulLife : Invitations.ordinaryLife
    expiresAt = now + life
  }

  /// The path of the page behind the link, on the province's host.
  package var path: String { "/invitations/\(secret.text)" }

  func insertion(at now: Date) -> SQL { Invitations.insert(secret, user: userID, at: now, life: life) }

  package var json: JSONValue { ["url": .string(path), "expiresAt": JSONValue(expiresAt)] }

  /// What the API shows of a link, once.
  package static let answer = Shape.component(
    "Invitation",
    .object([
      .required("url", .text(max: 200), "Path on the province's host."), .required("expiresAt", .dateTime),
    ]))
}
