import EOrderRules
import Foundation
import Tenancy

/// A rule file from anywhere, and the folder in which it lies.
struct AskedProvince: Sendable {
  let payload: [UInt8]
  let files: ProvinceFiles
}

/// The steps of every kind of operation, in order: whoever asks names them, the operator takes them.
struct OperatorSteps: Sendable {
  private let onboarding: [OperatorStep]
  private let migrations: Migrations
  private let openings: OperatorStep

  /// - Parameters:
  ///   - asked: a rule file that is asked for here, with the files that belong to it.
  ///   - openings: opens offers that have fallen due; who only names the steps has none.
  init(
    _ installation: Installation, tenants: TenantDatabase, asked: AskedProvince? = nil,
    openings: OfferOpenings? = nil
  ) throws {
    let settings = installation.settings
    let (national, tenantsFolder) = (try installation.national(), installation.tenantsFolder)
    let migrations = try installation.migrations()
    let seeding = Seeding(
      national: national, masterKey: try installation.masterKey, tenants: tenants,
      files: { slug, payload in
        if let asked, asked.payload == payload { return asked.files }
        let beside = ProvinceFiles(folder: tenantsFolder.appending(path: slug))
        return beside.tenantFile == payload ? beside : nil
      }, url: { installation.url(host: "\($0).\(settings.domain)") }, domain: settings.domain)
    let certificates = HostCertificates(
      folder: (try? settings.tlsFolder).map { URL(fileURLWithPath: $0) }, domain: settings.domain,
      logger: installation.logger)
    onboarding = Onboarding(
      national: national, migrations: migrations, masterKey: try installation.masterKey,
      domain: settings.domain
    ).steps(seeding: seeding.steps, certificate: [certificates.step])
    self.migrations = migrations
    self.openings = openings?.step ?? OfferOpenings.noStep
  }

  func of(_ kind: OperationKind) -> [OperatorStep] {
    switch kind {
    case .onboard: onboarding
    case .migrate: [TenantUpgrade.step(migrations)]
    case .suspend: Lifecycle.suspend
    case .resume: Lifecycle.resume
    case .advanceClock: Lifecycle.advanceClock + [openings]
    }
  }

  /// Their names by kind.
  var names: [OperationKind: [String]] {
    Dictionary(uniqueKeysWithValues: OperationKind.allCases.map { ($0, of($0).map(\.name)) })
  }
}
