import Crypto
import Foundation
import Postgres
import Tenancy

/// The provinces of the folder of tenants: onboarded where they are new or their file has changed.
struct DevelopmentTenants: Sendable {
  let installation: Installation

  func onboard() async throws {
    let known = try await settled()
    let waiting = ProvinceFiles.all(in: installation.tenantsFolder).filter { files in
      guard let bytes = files.tenantFile else { return false }
      return known[files.folder.lastPathComponent] != Array(SHA256.hash(data: bytes))
    }
    guard !waiting.isEmpty else { return }
    _ = try await concurrently(waiting, width: 4) { files in
      let slug = files.folder.lastPathComponent
      Console.note("Onboarding \(slug)")
      let ask = AskedOperation(
        installation: installation, kind: .onboard, tenant: slug, payload: files.tenantFile ?? [],
        files: files)
      do { _ = try await ask() } catch {
        if error is CancellationError { throw error }
        // One province that cannot be had is no reason to keep the others waiting.
        Console.note("\(slug) is left out: \(error)")
      }
    }
  }

  /// SHA-256 of the files by slug, of tenants whose onboarding has ended.
  private func settled() async throws -> [String: [UInt8]] {
    let control = try installation.control()
    let latest = try installation.migrations().tenant.latest
    let rows = try await control.withConnection { lease in
      try await lease.query(
        """
        SELECT slug, settings_sha256 FROM tenant
        WHERE state IN ('active', 'suspended', 'archived') AND schema_version >= \(latest)
        """
      ).rows(as: (String, Bytes).self)
    }
    await control.shutdown()
    return Dictionary(rows.map { ($0.0, $0.1.bytes) }) { first, _ in first }
  }
}
