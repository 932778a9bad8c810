package import Authentication
import EOrderRules
package import Foundation
import Postgres
package import StrictJSON
import Tenancy

/// A link by which somebody sets the first password, or a new one after the old was lost.
package struct Invitation: Sendable {
  package let userID: UUID
  package let email: String
  package let name: String
  /// Shown once; the database keeps only its hash.
  package let secret: Secret
  package let expiresAt: Date
  private let id: UUID
  private let life: TimeInterval
  private let isMailed: Bool

  /// - Parameter key: from which the link's secret follows, so that mail can hold it; without one there is no mail.
  init(user: UUID, email: String, name: String, roles: Set<Role>, key: LinkKey?, at now: Date) {
    id = .version7(at: now)
    userID = user
    self.email = email
    self.name = name
    isMailed = key != nil
    secret = key.map { [id] in Secret(bytes: $0.secret(of: id)) } ?? Secret()
    life = roles.contains(.tenantAdmin) ? Invitations.powerfulLife : Invitations.ordinaryLife
    expiresAt = now + life
  }

  /// The path of the page behind the link, on the province's host.
  package var path: String { "/invitations/\(secret.text)" }

  func insertion(at now: Date) -> SQL {
    Invitations.insert(secret, id: id, user: userID, at: now, life: life)
  }

  /// The message that brings the link; nil where none can.
  func letter(at now: Date) -> Letter? {
    isMailed ? Letter(.invitation, to: userID, at: email, link: id, until: expiresAt, now: now) : nil
  }

  package var json: JSONValue { ["url": .string(path), "expiresAt": JSONValue(expiresAt)] }

  /// What the API shows of a link, once.
  package static let answer = Shape.component(
    "Invitation",
    .object([
      .required("url", .text(max: 200), "Path on the province's host."), .required("expiresAt", .dateTime),
    ]))
}
