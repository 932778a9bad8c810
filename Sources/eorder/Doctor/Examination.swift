import Foundation
import Postgres
import TLS
import Tenancy

/// Looks at everything that an installation stands on; every finding is a sentence and its mend.
struct Examination: Sendable {
  let installation: Installation

  /// Bytes that a disk should have left.
  private static let leastSpace = 1 << 30
  private static let leastVersion = 150_000
  /// Days before a certificate's end.
  private static let certificateAlarm = 14.0

  func findings() async -> [String] {
    var findings = files() + certificates() + disk()
    findings += await database()
    findings += await schemas()
    return findings
  }

  private func files() -> [String] {
    var findings: [String] = []
    do { _ = try installation.masterKey } catch { findings.append("\(error)") }
    do { _ = try installation.national() } catch { findings.append("\(error); restore it from the release.") }
    do { _ = try installation.migrations() } catch { findings.append("\(error)") }
    return findings
  }

  private func certificates() -> [String] {
    guard let folder = try? installation.settings.tlsFolder else { return [] }
    let host = "admin.\(installation.settings.domain)"
    do {
      let store = try CertificateStore(folder: URL(fileURLWithPath: folder), defaultHost: host)
      return store.certificates.compactMap { certificate in
        let days = certificate.expires.timeIntervalSinceNow / 86_400
        guard days < Self.certificateAlarm else { return nil }
        return "The certificate of \(certificate.host) expires in \(Int(days)) days: put a new one into \(folder)."
      }
    } catch {
      return ["\(host) has no usable certificate in \(folder) (\(error.fault)): put one there."]
    }
  }

  private func disk() -> [String] {
    let folder = (try? installation.settings.masterKeyFile) ?? "/"
    let attributes = try? FileManager.default.attributesOfFileSystem(
      forPath: URL(fileURLWithPath: folder).deletingLastPathComponent().path)
    guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.intValue, free < Self.leastSpace else {
      return []
    }
    return ["Only \(free >> 20) MiB are free on the disk of \(folder): make room."]
  }

  private func database() async -> [String] {
    do {
      let control = try installation.control()
      let before = Date()
      let row = try await control.withConnection { lease in
        try await lease.query(
          "SELECT current_setting('server_version_num')::integer, clock_timestamp(), rolcreaterole OR rolsuper "
            + "FROM pg_roles WHERE rolname = current_user"
        ).first(as: (Int, Date, Bool).self)
      }
      await control.shutdown()
      guard let (version, now, isPowerful) = row else { return [] }
      var findings: [String] = []
      if version < Self.leastVersion {
        findings.append("PostgreSQL is version \(version / 10_000): e-Order needs 15 or later.")
      }
      if isPowerful {
        findings.append("eorder_control may create roles: run eorder bootstrap again.")
      }
      let drift = now.timeIntervalSince(before)
      if abs(drift) > 2 {
        findings.append("The clocks of this machine and of the database differ by \(Int(drift)) s: run NTP on both.")
      }
      return findings
    } catch {
      return ["The database cannot be used by the service: \(error); look at EORDER_DATABASE_URL."]
    }
  }

  /// Only where the operator's login is known.
  private func schemas() async -> [String] {
    guard (try? installation.settings.operatorDatabase) != nil, let migrations = try? installation.migrations()
    else { return [] }
    do {
      return try await installation.withMigrator { connection in
        let slugs = try await connection.query(
          "SELECT slug FROM tenant WHERE state IN ('active', 'suspended') ORDER BY slug"
        ).column(String.self)
        var findings: [String] = []
        for slug in slugs {
          findings += try await TenantCheck(slug: slug, migrations: migrations).findings(connection)
            .map { "Tenant \(slug): \($0)." }
        }
        return findings
      }
    } catch {
      return ["The operator cannot use the database: \(error); look at EORDER_OPERATOR_DATABASE_URL."]
    }
  }
}
