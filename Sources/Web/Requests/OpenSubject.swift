import Authentication
import Foundation
import Postgres
import Procurement
import Tenancy

/// An object behind a path that is looked for whoever asks, before query and body are looked at: so that what
/// is unknown is 404 whatever else is wrong, also where nobody has to be signed in.
struct OpenSubject: Sendable {
  /// Reads what decides; nil where the path names nothing that could be there.
  let select: @Sendable (_ parameters: [String: String], _ actor: Actor?, _ now: Date) -> SQL?
  /// Whether the caller may know of it; false where there is none.
  let isVisible: @Sendable (Result, Actor?) throws -> Bool

  static let product = OpenSubject(
    select: { parameters, _, _ in parameters["id"].flatMap(UUID.init).map(ReadProduct.select) },
    isVisible: { result, actor in
      try ReadProduct.isVisible(result, to: actor)
    })

  static let budgetLine = OpenSubject(
    select: { parameters, _, _ in
      parameters["id"].flatMap(UUID.init).map {
        "SELECT n.path, b.year FROM budget_line b JOIN unit n ON n.id = b.unit_id WHERE b.id = \($0)"
      }
    },
    isVisible: { result, actor in
      guard let (path, year) = try result.first(as: (SQLArray<String>, Int).self) else { return false }
      return actor?.reaches(unitPath: path.elements, year: year) ?? false
    })

  static let session = OpenSubject(
    select: { parameters, actor, _ in
      parameters["id"].flatMap(UUID.init).map {
        "SELECT id FROM session WHERE id = \($0) AND user_id = \(actor?.userID)"
      }
    },
    isVisible: { result, _ in
      result.count == 1
    })

  static let notice = OpenSubject(
    select: { parameters, actor, _ in
      parameters["id"].flatMap(UUID.init).map {
        "SELECT id FROM notice WHERE user_id = \(actor?.userID) AND id = \($0)"
      }
    },
    isVisible: { result, _ in
      result.count == 1
    })

  static let vendorDocument = OpenSubject(
    select: { parameters, _, _ in
      guard let vendor = parameters["id"].flatMap(UUID.init),
        let document = parameters["documentId"].flatMap(UUID.init)
      else { return nil }
      return "SELECT id FROM vendor_document WHERE vendor_id = \(vendor) AND id = \(document)"
    },
    isVisible: { result, _ in
      result.count == 1
    })

  static let emailProof = OpenSubject(
    select: { parameters, _, now in
      ProveEmail.find(Secret(presented: parameters["token"] ?? ""), at: now)
    },
    isVisible: { result, _ in
      result.count == 1
    })

  static let mail = OpenSubject(
    select: { parameters, _, _ in
      parameters["id"].flatMap(UUID.init).map { "SELECT id FROM outbox_message WHERE id = \($0)" }
    },
    isVisible: { result, _ in
      result.count == 1
    })

  /// An official of whom it may be declared what a vendor shares.
  static let official = OpenSubject(
    select: { parameters, _, _ in
      parameters["userId"].flatMap(UUID.init).map {
        "SELECT id FROM app_user WHERE id = \($0) AND vendor_id IS NULL"
      }
    },
    isVisible: { result, _ in
      result.count == 1
    })

  static func invitation(_ realm: SignIn.Realm) -> OpenSubject {
    OpenSubject(
      select: { parameters, _, now in
        AcceptInvitation.find(Secret(presented: parameters["token"] ?? ""), realm: realm, at: now)
      },
      isVisible: { result, _ in
        result.count == 1
      })
  }
}

extension Gate {
  /// - Throws: 404 where the object behind the path is unknown or not the caller's to see.
  func find(_ subject: OpenSubject, _ actor: Actor?, _ parameters: [String: String]) async throws {
    guard let statement = subject.select(parameters, actor, now) else { throw Problem.notFound }
    let isThere: Bool
    if let tenant {
      isThere = try await services.tenants.withConnection(tenant) { lease in
        try subject.isVisible(try await lease.query(statement), actor)
      }
    } else {
      isThere = try await services.control.withConnection { lease in
        try subject.isVisible(try await lease.query(statement), actor)
      }
    }
    if !isThere { throw Problem.notFound }
  }
}
