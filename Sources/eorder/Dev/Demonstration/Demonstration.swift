import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy
import Web

/// Fills a development installation as people would have done it, and knows their passwords.
struct Demonstration: Sendable {
  let installation: Installation
  let services: Services
  let folder: DevelopmentFolder
  let masterKey: MasterKey

  /// - Returns: the logins for `demo.json`.
  func run() async throws -> DemonstrationLogins {
    let passwords = DemonstrationPasswords(masterKey: masterKey)
    // Provinces that joined by other ways have no files to demonstrate with, and keep what they have.
    let shipped = Set(ProvinceFiles.all(in: installation.tenantsFolder).map(\.folder.lastPathComponent))
    let tenants = services.registry.tenants.filter { $0.state == .active && shipped.contains($0.slug) }
    let isComplete = try completeness(of: tenants) == recorded
    let administrators = try await CentralDemonstration(services: services, passwords: passwords).run(
      isComplete: isComplete)
    if !isComplete {
      _ = try await concurrently(tenants, width: 2) { tenant in
        Console.note("Demonstration data for \(tenant.slug)")
        let files = ProvinceFiles(folder: installation.tenantsFolder.appending(path: tenant.slug))
        let province = ProvinceDemonstration(
          place: DemonstrationPlace(services: services, tenant: tenant), files: files, passwords: passwords)
        try await province.run()
      }
    }
    let logins = try await concurrently(tenants, width: 4) { tenant in
      try await ProvinceLogins(
        place: DemonstrationPlace(services: services, tenant: tenant), passwords: passwords
      ).read()
    }
    if !isComplete { try PrivateFile.write(try completeness(of: tenants), to: folder.demonstrated) }
    return DemonstrationLogins(
      administrators: administrators, tenants: logins.sorted { $0.slug < $1.slug })
  }

  /// Changes when the clock's year or the set of provinces does.
  private func completeness(of tenants: [Tenant]) throws -> String {
    tenants.map { "\($0.slug) \($0.today(services.clock.now).year)\n" }.joined()
  }

  private var recorded: String? {
    FileManager.default.contents(atPath: folder.demonstrated).map { String(decoding: $0, as: UTF8.self) }
  }
}
