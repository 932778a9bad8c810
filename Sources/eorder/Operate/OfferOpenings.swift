import EOrderRules
import Foundation
import Logging
import Postgres
import Procurement
import Tenancy

/// Publishes the keys for which offers are sealed and opens the offers of every province when their time has come.
struct OfferOpenings: Sendable {
  /// A province is looked at this often though nothing is known to fall due.
  private static let round: TimeInterval = 30
  private static let generation = 1

  private let keys: @Sendable () throws -> OpeningKeys
  private let secret: SealingSecret
  private let national: NationalRules
  private let target: ConnectionTarget
  /// Whether the offset of the clock counts: only a development installation has one, and anywhere else it would be
  /// a way to open early.
  private let followsOffset: Bool
  private let logger: Logger

  /// - Throws: `SettingsError` where the operator's database or the master key is not set.
  init(_ installation: Installation, followsOffset: Bool) throws {
    keys = { OpeningKeys(operatorKey: try installation.operatorKey) }
    secret = SealingSecret(masterKey: try installation.masterKey)
    national = try installation.national()
    target = try installation.migrator
    logger = installation.logger
    self.followsOffset = followsOffset
  }

  /// Goes on until the task is cancelled.
  func run() async {
    var due: [String: Date] = [:]
    while !Task.isCancelled {
      do {
        let connection = try await MigratorConnection(target, logger: logger)
        while !Task.isCancelled {
          try await visitAll(&due, connection)
          try await Task.sleep(for: .milliseconds(500))
        }
        await connection.close()
      } catch is CancellationError {
        return
      } catch {
        logger.warning("offers wait for the database", metadata: ["error": "\(error)"])
        due = [:]
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  private func visitAll(_ due: inout [String: Date], _ connection: borrowing MigratorConnection) async throws
  {
    let now = try await now(connection)
    for slug in try await active(connection) where due[slug] ?? .distantPast <= now {
      due[slug] = min(try await visit(slug, at: now, connection) ?? .distantFuture, now + Self.round)
    }
  }

  /// Everything that is due anywhere, before it returns; what goes wrong in one province stays there.
  func openAll(_ connection: borrowing MigratorConnection) async throws {
    let now = try await now(connection)
    for slug in try await active(connection) {
      do { _ = try await visit(slug, at: now, connection) } catch {
        logger.error("offers are not opened", metadata: ["tenant": "\(slug)", "error": "\(error)"])
      }
    }
  }

  private func active(_ connection: borrowing MigratorConnection) async throws -> [String] {
    try await connection.query("SELECT slug FROM tenant WHERE state = 'active' ORDER BY slug").column(
      String.self)
  }

  /// The earlier of two clocks: who owns the database's machine alone, or ours alone, opens nothing early.
  private func now(_ connection: borrowing MigratorConnection) async throws -> Date {
    let row = try await connection.query("SELECT clock_timestamp(), offset_microseconds FROM clock").first(
      as: (Date, Int64).self)
    guard let (database, offset) = row else { return .distantPast }
    let shift = followsOffset ? TimeInterval(offset) / 1_000_000 : 0
    return Date(microseconds: (min(database, Date()) + shift).microseconds)
  }

  /// Publishes the key and opens what is due in one province.
  /// - Returns: when something falls due next; nil where nothing is open.
  func visit(
    _ slug: String, at now: Date, _ connection: borrowing MigratorConnection
  ) async throws -> Date? {
    let keys = try keys()
    let publication = try keys.publication(
      in: slug, generation: Self.generation, provedBy: secret, at: now)
    let owner = TenantOwner(slug)
    let due = try await owner.withLease(connection, writing: true) { lease -> [UUID] in
      // A province whose migration was held back has no offers yet.
      guard try await lease.query("SELECT to_regclass('opening_key') IS NOT NULL").scalar(Bool.self) ?? false
      else { return [] }
      try await lease.transaction { $0.enqueue(publication) }
      return try await lease.query(OpenOffers.due(at: now)).column(UUID.self)
    }
    guard !due.isEmpty else { return try await next(owner, connection) }
    guard let tenant = try await Tenant.find(slug, national: national, connection) else { return nil }
    let opening = OpenOffers(tenant, keys: keys, secret: secret, at: now, logger: logger)
    try await owner.withLease(connection, writing: true) { lease in
      for request in due { try await opening.open(request, lease) }
    }
    return try await next(owner, connection)
  }

  private func next(_ owner: TenantOwner, _ connection: borrowing MigratorConnection) async throws -> Date? {
    try await owner.withLease(connection) { lease in
      guard try await lease.query("SELECT to_regclass('opening_key') IS NOT NULL").scalar(Bool.self) ?? false
      else { return nil }
      return try await lease.query(OpenOffers.next).scalar(Date.self)
    }
  }
}

extension OfferOpenings {
  /// The last step of a move of the clock: what has fallen due is opened before anybody is told the new time.
  var step: OperatorStep {
    OperatorStep(Self.name) { connection, _ in
      try await openAll(connection)
      return nil
    }
  }

  /// The same step for who cannot take it.
  static var noStep: OperatorStep { OperatorStep(name) { _, _ in nil } }

  private static let name = "offers"
}
