import Testing

@testable import Tenancy

/// A slug becomes part of names in PostgreSQL and of a host, so only what is harmless in both may be one.
@Suite struct TenantNamesTests {
  @Test(arguments: ["ab", "a-b", "sulawesi-barat-daya", "a1", "a" + String(repeating: "b", count: 30)])
  func slugs(_ text: String) { #expect(TenantNames.isSlug(text)) }

  @Test(arguments: [
    "", "a", "1a", "-a", "A", "aB", "a_b", "a.b", "a b", "a\"b", "a;b", "admin", "www", "api", "é",
    "a" + String(repeating: "b", count: 31),
  ])
  func others(_ text: String) { #expect(!TenantNames.isSlug(text)) }

  @Test func theFenceAndTheWallsAreOfQuotedNames() {
    let roles = TenantRoles(TenantNames(slug: "a-b"))
    #expect(roles.closeDoor == "ALTER ROLE \"tenant_a-b\" CONNECTION LIMIT 0")
    #expect(roles.takeRights.contains("REVOKE USAGE ON SCHEMA \"tenant_a-b\" FROM \"tenant_a-b\""))
    #expect(roles.giveRights.contains("GRANT USAGE ON SCHEMA \"tenant_a-b\" TO \"tenant_a-b\""))
    #expect(!roles.schemaScript.contains("SCHEMA tenant_"))
  }
}
