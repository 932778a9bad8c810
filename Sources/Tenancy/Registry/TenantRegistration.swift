import Crypto
import EOrderRules
import Foundation
import Postgres

extension TenantFile {
  /// Enters the tenant of this file into the registry, where it is not there yet.
  func registration(_ bytes: [UInt8], at now: Date) -> SQL {
    """
    INSERT INTO tenant (id, slug, code, name, state, state_since, settings, settings_sha256, created_at)
    VALUES (\(UUID.version7(at: now)), \(rulebook.tenant.slug), \(rulebook.tenant.code), \(rulebook.tenant.name),
      'onboarding', \(now), \(bytes), \(bytes.sha256), \(now))
    ON CONFLICT (slug) DO NOTHING
    """
  }

  /// What a tenant that has not joined yet is to be; one that has keeps its rules until all is done.
  func intention(_ bytes: [UInt8]) -> SQL {
    """
    UPDATE tenant SET code = \(rulebook.tenant.code), name = \(rulebook.tenant.name), settings = \(bytes),
      settings_sha256 = \(bytes.sha256), state = 'onboarding'
    WHERE slug = \(rulebook.tenant.slug) AND state IN ('onboarding', 'failed')
    """
  }

  /// From now on the tenant's rules are those of this file.
  /// - Parameter isNew: whether they differ from those before.
  func acceptance(_ bytes: [UInt8], isNew: Bool, at now: Date) -> [SQL] {
    let slug = rulebook.tenant.slug
    let update: SQL = """
      UPDATE tenant SET settings = \(bytes), settings_sha256 = \(bytes.sha256) WHERE slug = \(slug)
      """
    guard isNew else { return [update] }
    return [
      update,
      """
      INSERT INTO tenant_version (tenant_id, position, settings, settings_sha256, accepted_at)
      SELECT t.id, 1 + coalesce((SELECT max(position) FROM tenant_version v WHERE v.tenant_id = t.id), 0),
             \(bytes), \(bytes.sha256), \(now)
      FROM tenant t WHERE t.slug = \(slug)
      """,
    ]
  }
}

extension [UInt8] {
  package var sha256: [UInt8] { Array(SHA256.hash(data: self)) }
}
