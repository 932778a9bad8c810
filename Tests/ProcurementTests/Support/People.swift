import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Synchronization
import Testing

@testable import Procurement

/// The last number given, so that no two people of a test are one person.
private let serial = Atomic(0)

extension TestProvince {
  /// Somebody who asks, with an account behind the name.
  func official(_ roles: Role..., unit: String? = nil) async throws -> Caller {
    let id = UUID.version7(at: now)
    let number = "19850101201001" + String(1000 + serial.wrappingAdd(1, ordering: .relaxed).newValue % 1000)
    let path = try await unit.asyncMap { code in
      try await self.column(SQLArray<String>.self, "SELECT path FROM unit WHERE code = \(code)").first?
        .elements ?? []
    }
    try await lease.transaction { transaction in
      transaction.enqueue(
        """
        INSERT INTO app_user (id, email, name, person, nip, unit_id, created_at)
        VALUES (\(id), \("\(id.lowercased)@dinas.example"), 'Pegawai', \(number), \(number),
          (SELECT id FROM unit WHERE code = \(unit)), \(now))
        """)
      for role in roles {
        transaction.enqueue(
          "INSERT INTO user_role (user_id, role, granted_at) VALUES (\(id), \(role.rawValue), \(now))")
      }
    }
    return caller(id, person: number, roles: Set(roles), path: path ?? [], vendor: nil)
  }

  /// A vendor that has just been registered, and its owner.
  func vendor(_ changes: JSONValue = [:]) async throws -> (id: UUID, owner: Caller) {
    let body = Registration.body(changes)
    let register = try await RegisterVendor(body: body, visit, policy: .forTests, hasher: .forTests)
    let json = try await register(visit, Write(), lease).json
    let id = try #require(json["id"]?.uuid)
    let user = try #require(
      try await column(UUID.self, "SELECT id FROM app_user WHERE vendor_id = \(id)").first)
    return (id, caller(user, person: body.string("ownerNik"), roles: [.vendorOwner], path: [], vendor: id))
  }

  /// A vendor that may sell, and its owner.
  func verifiedVendor(_ changes: JSONValue = [:]) async throws -> (id: UUID, owner: Caller) {
    let (id, owner) = try await vendor(changes)
    for kind in RuleKey.documentKinds {
      let attach = AttachVendorDocument(vendor: id, fields: ["kind": .string(kind)], file: try .example(now))
      _ = try await attach(owner, Write(), lease)
    }
    _ = try await TransitionVendor(id, .submit, body: [:])(owner, Write(), lease)
    let verifier = try await official(.verifier)
    _ = try await TransitionVendor(id, .verify, body: [:])(verifier, Write(), lease)
    return (id, owner)
  }

  private func caller(
    _ id: UUID, person: String, roles: Set<Role>, path: [String], vendor: UUID?
  ) -> Caller {
    Caller(
      tenant: tenant,
      actor: Actor(
        sessionID: UUID(), userID: id, person: person, name: "Seseorang",
        email: "\(id.lowercased)@contoh.example",
        roles: roles, unitID: nil, unitPath: path, vendorID: vendor),
      now: now)
  }
}

extension Optional {
  fileprivate func asyncMap<T>(_ transform: (Wrapped) async throws -> T) async rethrows -> T? {
    guard let self else { return nil }
    return try await transform(self)
  }
}
