import EOrderRules
import Foundation
package import Postgres
package import StrictJSON

/// What is wrong with a registration that may not be whole yet.
package struct RegistrationCheck: Sendable {
  /// The registration as the API would take it, without the password.
  private let body: JSONValue

  package init(_ body: JSONValue) { self.body = body }

  /// Everything that the shape and the rules have against it; what is missing too.
  package func errors(_ visit: Visit) -> [FieldError] {
    let (checked, errors) = VendorProfile.shape.validate(body)
    let sized = ["size", "capital", "yearlySales"].allSatisfy { body[$0] != nil }
    let touched = errors.contains { ["/size", "/capital", "/yearlySales"].contains($0.pointer) }
    guard sized, !touched else { return errors }
    return errors + VendorProfile(body: errors.isEmpty ? checked : body).refusals(under: visit.rulebook)
  }

  /// What somebody else has registered of what stands in it.
  package func claims(_ lease: borrowing some Lease & ~Copyable) async throws -> [FieldError] {
    let profile = VendorProfile(body: body)
    return try await lease.query(IdentityClaim.select([profile])).rows(IdentityClaim.self)
      .refusals(of: profile)
  }

  /// The kinds of papers that such a vendor has to hand in.
  package func requiredPapers(_ visit: Visit) -> [String] {
    let profile = VendorProfile(body: body)
    let taxpayer = profile.npwp == nil ? "nik" : "npwp"
    return profile.requiredDocuments(under: visit.rulebook).union([taxpayer]).sorted()
  }
}
