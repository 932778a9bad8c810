import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// How a vendor stands: its particulars, its papers kind by kind, and what a submission lacks.
package struct VendorOverview: Sendable {
  /// One kind of paper and the last one of it that was handed in.
  package struct Paper: Sendable {
    package let kind: String
    /// Whether the vendor may not sell without it.
    package let isRequired: Bool
    package let latest: VendorDocument?
  }

  package let vendor: VendorRow
  package let papers: [Paper]
  /// What submitting would be refused for, now.
  package let missing: [FieldError]

  /// Papers of one vendor that are looked at.
  private static let most = 300

  /// - Throws: `Refusal.notFound` for whoever belongs to no vendor.
  package static func read(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> VendorOverview {
    guard let id = caller.actor.vendorID else { throw Refusal.notFound }
    let results = try await lease.pipeline([
      VendorRow.select(id),
      """
      \(VendorDocument.columns) WHERE d.vendor_id = \(id) ORDER BY d.created_at DESC, d.id DESC LIMIT \(most)
      """,
    ])
    guard let vendor = try results[0].first(VendorRow.self) else { throw Refusal.notFound }
    return VendorOverview(vendor, try results[1].rows(VendorDocument.self), caller)
  }

  private init(_ vendor: VendorRow, _ documents: [VendorDocument], _ caller: Caller) {
    self.vendor = vendor
    let latest = Dictionary(documents.map { ($0.kind, $0) }) { first, _ in first }
    var required = vendor.profile.requiredDocuments(under: caller.rulebook)
    // Either shows the taxpayer: the one that was handed in, else the one that the profile has.
    let taxpayer = ["npwp", "nik"].first { latest[$0] != nil }
    required.insert(taxpayer ?? (vendor.profile.npwp == nil ? "nik" : "npwp"))
    let kinds = RuleKey.documentKinds
    let asked = kinds.filter(required.contains)
    papers = (asked + kinds.filter { !required.contains($0) }).map {
      Paper(kind: $0, isRequired: required.contains($0), latest: latest[$0])
    }
    let handedIn = latest.values.map { VendorPaper(kind: $0.kind, validUntil: $0.validUntil) }
    missing = VendorSubmission(vendor.profile, papers: handedIn, on: caller.today)
      .refusals(under: caller.rulebook)
  }

  /// Whether its owner may submit it now.
  package var canBeSubmitted: Bool { VendorTransition.submit.rule.from.contains(vendor.state) }

  /// When the verifier should have answered.
  package var verifyDueAt: Date? { vendor.state == .submitted ? vendor.watch.verifyDueAt : nil }
  /// Until when a returned registration has to be mended.
  package var lapsesAt: Date? { vendor.state == .returned ? vendor.watch.lapsesAt : nil }
}
