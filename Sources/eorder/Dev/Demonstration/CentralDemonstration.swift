import Authentication
import Postgres
import Procurement
import StrictJSON
import Tenancy
import Web

/// Two central administrators with passwords.
struct CentralDemonstration: Sendable {
  let services: Services
  let passwords: DemonstrationPasswords

  private static let administrators = [
    CentralAdministrator(email: "pusat@e-order.example", name: "Ratih Kusumaningrum"),
    CentralAdministrator(email: "pusat2@e-order.example", name: "Bagus Prakoso"),
  ]

  func run() async throws -> [DemonstrationLogin] {
    for administrator in Self.administrators { try await ensurePassword(administrator) }
    return Self.administrators.map { login($0) }
  }

  private func login(_ administrator: CentralAdministrator) -> DemonstrationLogin {
    DemonstrationLogin(
      email: administrator.email, password: passwords.password(of: administrator.email, in: "central"),
      roles: ["central_admin"])
  }

  private func ensurePassword(_ administrator: CentralAdministrator) async throws {
    let hasPassword = try await services.control.withConnection { lease in
      try await lease.query(
        "SELECT 1 FROM app_user WHERE email = \(administrator.email) AND password_hash IS NOT NULL"
      ).count == 1
    }
    if hasPassword { return }
    let secret = try await administrator.invite(
      services.control, key: services.centralLinkKey, at: services.clock.now)
    let acceptance = AcceptInvitation(
      secret, body: ["password": .string(login(administrator).password)], realm: .central)
    _ = try await services.control.withConnection { lease in
      try await acceptance(
        at: services.clock.now, rulesVersion: nil, policy: services.passwords, hasher: services.hasher, lease)
    }
  }
}
