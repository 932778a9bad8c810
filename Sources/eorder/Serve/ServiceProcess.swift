import Authentication
import EOrderRules
import Foundation
import Logging
import Mail
import Procurement
import ServiceLifecycle
import TLS
import Tenancy
import Web

/// The service: everything that one process of it runs, from the pools to the ports.
struct ServiceProcess: Sendable {
  /// What a development installation does otherwise.
  struct Variation: Sendable {
    var clockIsAdjustable = false
    var isDevelopment = false
    var asksForSecondFactor = true
    var adjusted: @Sendable (Rulebook) -> Rulebook = { $0 }
    var renewCertificates: @Sendable () throws -> Void = {}
    /// Where messages are written while no mail server is set; nil where they wait for one.
    var mailFolder: URL?
  }

  let services: Services
  let ports: ListeningPorts
  private let mail: MailRounds
  private let installation: Installation
  private let certificates: CertificateStore
  private let variation: Variation

  /// - Throws: one sentence for the first setting or file that is wrong; `PostgresError`.
  init(_ installation: Installation, _ variation: Variation = Variation()) async throws {
    let settings = installation.settings
    let national = try installation.national()
    let control = try installation.control()
    let tenants = try installation.tenants()
    let logger = installation.logger
    let clock = try await installation.clock(control)
    let registry = TenantRegistry(
      control: control, clock: clock, national: national, masterKey: try installation.masterKey,
      logger: logger,
      adjusted: variation.adjusted)
    try await registry.refresh()
    var expected: Set<ListeningPorts.Server> = [.https]
    if !settings.httpListen.isEmpty { expected.insert(.http) }
    if !settings.metricsListen.isEmpty { expected.insert(.metrics) }
    let ports = ListeningPorts(expecting: expected)
    let migrations = try installation.migrations().tenant
    let folder = variation.mailFolder.map { Postbox.folder(MailFolder($0)) }
    let domain = settings.domain
    let masterKey = try installation.masterKey
    let mail = MailRounds(
      settings.mailServer.map { .server(MailServer(url: $0.revealed)) } ?? folder ?? .none,
      sender: settings.mailSender, tenants: tenants, control: control, registry: registry, clock: clock,
      centralKey: LinkKey(central: masterKey),
      url: { tenant in
        ports[.https].map { port in
          let host = tenant.map { registry.host(of: $0.slug) ?? "\($0.slug).\(domain)" } ?? "admin.\(domain)"
          return "https://\(host)" + (port == 443 ? "" : ":\(port)")
        }
      }, logger: logger)
    let events = EventHub(
      tenants: tenants, control: control, registry: registry, clock: clock, logger: logger)
    services = Services(
      control: control, tenants: tenants, registry: registry, clock: clock,
      hasher: PasswordHasher(pepper: try installation.masterKey.derive("password-pepper")),
      passwords: try PasswordPolicy(), national: national,
      directory: NationalDirectory(folder: installation.tenantsFolder.appending(path: "national")),
      rounds: TenantRounds(
        tenants: tenants, control: control, registry: registry, clock: clock, mail: mail,
        events: events, logger: logger),
      events: events, sealing: SealingSecret(masterKey: masterKey),
      seedKey: { SeedKey(masterKey.derive("second-factor/\($0)"), realm: $0) },
      centralLinkKey: LinkKey(central: masterKey), asksForSecondFactor: variation.asksForSecondFactor,
      domain: settings.domain,
      publicPort: { ports[.https].flatMap { $0 == 443 ? nil : $0 } },
      schemaVersion: migrations.latest, fingerprints: migrations.fingerprints,
      operationSteps: try OperatorSteps(installation, tenants: tenants).names,
      clockIsAdjustable: variation.clockIsAdjustable, isDevelopment: variation.isDevelopment, logger: logger)
    certificates = try CertificateStore(
      folder: URL(fileURLWithPath: try settings.tlsFolder), defaultHost: "admin.\(settings.domain)")
    self.ports = ports
    self.mail = mail
    self.installation = installation
    self.variation = variation
  }

  /// In the order in which they start; they end the other way round.
  /// - Parameter onReady: called once every port is listened on.
  func all(onReady: @escaping @Sendable (ListeningPorts) async -> Void) throws -> [any Service] {
    let (services, mail, logger) = (services, mail, installation.logger)
    let follower = RegistryFollower(
      registry: services.registry, control: services.control, tenants: services.tenants,
      clock: services.clock, certificates: certificates, events: services.events)
    return [
      Worker { try await services.control.run() }, Worker { try await services.tenants.run() },
      Worker { await follower.run(logger: logger) }, Worker { await services.rounds.run() },
      Worker { await mail.run() }, Worker { await services.events.run() },
      CertificateWatch(certificates, logger: logger, renew: variation.renewCertificates),
    ] + (try servers(onReady))
  }

  private func servers(
    _ onReady: @escaping @Sendable (ListeningPorts) async -> Void
  ) throws -> [any Service] {
    let dispatcher = Dispatcher(services)
    let (settings, services, ports) = (installation.settings, services, ports)
    let redirect = PlainRedirect(
      httpsPort: { ports[.https] ?? 443 },
      isServed: { $0 == services.adminHost || services.registry.tenant(host: $0) != nil },
      health: dispatcher.answer, ready: dispatcher.answer)
    let metrics = MetricsPage(
      control: services.control, tenants: services.tenants, registry: services.registry)
    var servers = [
      server(
        .https, settings.listen, tls: try TLSTermination(certificates), onReady, answer: dispatcher.answer)
    ]
    if !settings.httpListen.isEmpty {
      servers.append(server(.http, settings.httpListen, tls: nil, onReady, answer: redirect.answer))
    }
    if !settings.metricsListen.isEmpty {
      servers.append(server(.metrics, settings.metricsListen, tls: nil, onReady, answer: metrics.answer))
    }
    return servers
  }

  private func server(
    _ kind: ListeningPorts.Server, _ addresses: [ListenAddress], tls: TLSTermination?,
    _ onReady: @escaping @Sendable (ListeningPorts) async -> Void, answer: @escaping WebServer.Answer
  ) -> any Service {
    let ports = ports
    return WebServer(
      addresses: addresses.map {
        Web.ListenAddress(host: $0.host, port: $0.port, isTLS: tls != nil, isOptional: $0.host == "::1")
      },
      tls: tls, refusalFields: SecurityHeaders.everywhere, logger: installation.logger,
      onListening: { listening in
        if ports.set(kind, listening.first?.port ?? 0) { await onReady(ports) }
      }, answer: answer)
  }

  /// After all services have ended.
  func shutdown() async {
    await services.tenants.shutdown()
    await services.control.shutdown()
  }
}
