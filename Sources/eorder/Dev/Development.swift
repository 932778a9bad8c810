import EOrderRules
import Foundation
import Logging
import ServiceLifecycle
import TLS
import Tenancy
import Web

/// Everything that `eorder dev` brings up, in order, and takes down again.
struct Development: Service {
  let logger: Logger
  private let folder: DevelopmentFolder
  private let ports: DevelopmentPorts
  private let now: Date?
  private let asksForSecondFactor: Bool
  private let hasDemonstration: Bool
  private let year: YearWish?
  private let tenantsFolder: String
  private let migrationsFolder: String

  /// - Throws: `SettingsError` where the shipped files are not found.
  init(
    folder: String, ports: DevelopmentPorts, now: Date?, asksForSecondFactor: Bool, hasDemonstration: Bool,
    year: YearWish? = nil
  ) throws {
    self.folder = DevelopmentFolder(folder)
    self.ports = ports
    self.now = now
    self.asksForSecondFactor = asksForSecondFactor
    self.hasDemonstration = hasDemonstration
    self.year = year
    tenantsFolder = try DevelopmentFolder.shipped(.tenantsFolder, "Tenants", holding: "national/rules.yaml")
    migrationsFolder = try DevelopmentFolder.shipped(.migrationsFolder, "Migrations", holding: "tenant")
    var logger = Logger(label: "eorder") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .notice
    self.logger = logger
  }

  func run() async throws {
    let cluster = try await DevelopmentCluster.start(in: folder.path, logger: logger)
    do {
      try await serve(cluster)
    } catch {
      try? await cluster.stop()
      // A stop that was asked for is no failure.
      if error is CancellationError { return }
      throw error
    }
    try await cluster.stop()
  }

  private func serve(_ cluster: DevelopmentCluster) async throws {
    let prepared = try await cancelWhenGracefulShutdown { try await prepare(cluster) }
    let process = prepared.process
    let (configured, configuring) = AsyncStream<Void>.makeStream()
    let services: [any Service] =
      [
        Worker { try await cluster.keepRunning(logger: logger) },
        OperatorChild(dataFolder: folder.path, configured: configured, logger: logger),
      ]
      + (try process.all { listening in
        await ready(prepared, ports.bound(listening), configuring)
      })
    try await ServiceGroup(
      configuration: .init(services: services.map { .init(service: $0) }, logger: logger)
    ).run()
    await process.shutdown()
  }

  /// What serves, and what is told once it does.
  private struct Prepared: Sendable {
    let process: ServiceProcess
    let configuration: DevelopmentConfiguration
    let demonstration: DemonstrationLogins?
  }

  private func prepare(_ cluster: DevelopmentCluster) async throws -> Prepared {
    try folder.masterKey.ensure()
    try folder.operatorKey.ensure()
    let configuration = DevelopmentConfiguration(
      folder: folder, cluster: cluster, masterKey: try folder.masterKey.read(), tenantsFolder: tenantsFolder,
      migrationsFolder: migrationsFolder)
    let installation = Installation(try configuration.write(ports))
    let yearFolder = YearFolder(folder: folder, cluster: cluster, logger: logger)
    try await yearFolder.clear(wanted: year != nil)
    try await ClusterBootstrap(
      superuser: cluster.superuserURL(), databaseName: DevelopmentConfiguration.databaseName,
      controlPassword: configuration.password(of: "eorder_control"),
      migratorPassword: configuration.password(of: "eorder_migrator"), logger: logger
    ).run()
    let fleet = FleetMigration(installation: installation, migrations: try installation.migrations())
    try await fleet.shared()
    for failure in try await fleet.tenants(only: nil, jobs: 4) {
      Console.note("\(failure.slug) is held back: \(failure.reason)")
    }
    try await DevelopmentClock(installation: installation).set(to: now)
    let authority = try DevelopmentAuthority(folder: folder.authorityFolder)
    try authority.ensure(hosts: ["admin.\(installation.settings.domain)"], in: folder.tls)
    if let year { try await live(year, yearFolder, installation, authority, configuration.masterKey) }
    try await DevelopmentTenants(installation: installation).onboard()
    let process = try await ServiceProcess(installation, variation(authority, installation))
    let demonstration =
      hasDemonstration
      ? try await Demonstration(
        installation: installation, services: process.services, folder: folder,
        masterKey: configuration.masterKey
      ).run() : nil
    return Prepared(process: process, configuration: configuration, demonstration: demonstration)
  }

  /// Makes the year that ends now, unless the folder holds one; the service that does it is not the one that serves
  /// afterwards, whose connections are to keep everything that they are told.
  private func live(
    _ wish: YearWish, _ yearFolder: YearFolder, _ installation: Installation,
    _ authority: DevelopmentAuthority,
    _ masterKey: MasterKey
  ) async throws {
    guard let end = try await yearFolder.begin(installation) else { return }
    try await DevelopmentTenants(installation: installation).onboard()
    let process = try await ServiceProcess(installation, variation(authority, installation))
    do {
      try await YearDemonstration(
        installation: installation, services: process.services, folder: folder, masterKey: masterKey,
        wish: wish
      ).run(until: end)
      await process.shutdown()
    } catch {
      await process.shutdown()
      throw error
    }
    try await yearFolder.end(installation)
  }

  private func variation(
    _ authority: DevelopmentAuthority, _ installation: Installation
  ) throws -> ServiceProcess.Variation {
    var variation = ServiceProcess.Variation()
    variation.clockIsAdjustable = now != nil
    variation.mailFolder = folder.mail
    variation.isDevelopment = true
    variation.asksForSecondFactor = asksForSecondFactor
    if hasDemonstration { variation.adjusted = { $0.withoutYearEnd.withoutPublicationDelay } }
    let (tls, domain) = (folder.tls, installation.settings.domain)
    let slugs = ProvinceFiles.all(in: installation.tenantsFolder).map(\.folder.lastPathComponent)
    variation.renewCertificates = {
      try authority.ensure(hosts: (["admin"] + slugs).map { "\($0).\(domain)" }, in: tls)
    }
    return variation
  }

  private func ready(
    _ prepared: Prepared, _ ports: DevelopmentPorts, _ configuring: AsyncStream<Void>.Continuation
  ) async {
    do {
      _ = try prepared.configuration.write(ports)
      configuring.finish()
      let services = prepared.process.services
      await OpeningKeysPublished(services: services).wait()
      let url = services.url(host: services.adminHost)
      let hosts = services.registry.hosts.sorted().map { services.url(host: $0) }
      Console.note("Certificates are those of \(folder.authorityCertificate.path)")
      Console.note(([url] + hosts).joined(separator: "\n"))
      if let demonstration = prepared.demonstration {
        let file = DemonstrationFile(
          logins: demonstration, services: services, authority: folder.authorityCertificate, ports: ports)
        try file.write(to: folder.demonstration)
        Console.note(file.summary + "\nAll logins are in \(folder.demonstration)")
      }
      Console.output("ready \(url)")
    } catch {
      logger.critical("the data folder cannot be written", metadata: ["error": "\(error)"])
    }
  }
}
