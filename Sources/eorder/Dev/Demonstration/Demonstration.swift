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

  private var factors: FactorDemonstration { FactorDemonstration(services: services, masterKey: masterKey) }
  private var passwords: DemonstrationPasswords { DemonstrationPasswords(masterKey: masterKey) }

  /// - Returns: the logins for `demo.json`.
  func run() async throws -> DemonstrationLogins {
    let administrators = try await factors.settleCentral(
      try await CentralDemonstration(services: services, passwords: passwords).run())
    // Provinces that joined by other ways have no files to demonstrate with, and keep what they have.
    let shipped = Set(ProvinceFiles.all(in: installation.tenantsFolder).map(\.folder.lastPathComponent))
    let tenants = services.registry.tenants.filter { shipped.contains($0.slug) && $0.state != .archived }
    let (done, earlier) = (recorded, DemonstrationFile.provinces(in: folder.demonstration))
    let shown = try await concurrently(tenants, width: 2) { tenant in
      (tenant, try await logins(of: tenant, isComplete: done.contains(mark(tenant))))
    }
    let complete = shown.filter { $0.1 != nil }.map { mark($0.0) }
    try PrivateFile.write(done.union(complete).sorted().joined(), to: folder.demonstrated)
    let provinces = shown.compactMap { tenant, logins in logins ?? earlier[tenant.slug] }
    return DemonstrationLogins(
      administrators: administrators, tenants: provinces.sorted { $0.slug < $1.slug })
  }

  /// - Returns: nil where nobody can act in the province now: it is suspended, or something is wrong with it, which
  ///   is no reason to keep the others waiting.
  private func logins(of tenant: Tenant, isComplete: Bool) async throws -> DemonstrationLogins.Province? {
    guard tenant.state == .active else { return nil }
    let place = DemonstrationPlace(services: services, tenant: tenant)
    do {
      if !isComplete {
        Console.note("Demonstration data for \(tenant.slug)")
        let files = ProvinceFiles(folder: installation.tenantsFolder.appending(path: tenant.slug))
        try await ProvinceDemonstration(
          place: place, files: files, masterKey: masterKey, passwords: passwords
        ).run()
      }
      let province = try await ProvinceLogins(place: place, passwords: passwords).read()
      return .init(slug: province.slug, users: try await factors.settle(province.users, in: tenant))
    } catch {
      if error is CancellationError { throw error }
      Console.note("\(tenant.slug) has no demonstration: \(error)")
      return nil
    }
  }

  /// Changes when the clock's year does.
  private func mark(_ tenant: Tenant) -> String {
    "\(tenant.slug) \(tenant.today(services.clock.now).year)\n"
  }

  /// Marks of provinces whose demonstration is complete.
  private var recorded: Set<String> {
    let bytes = FileManager.default.contents(atPath: folder.demonstrated) ?? Data()
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { "\($0)\n" })
  }
}
