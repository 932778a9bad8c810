/// What a person is in the service; the raw values are the codes of the API.
package enum Role: String, Sendable, CaseIterable {
  /// PA / KPA: assigns packages, approves payments.
  case budgetOwner = "budget_owner"
  /// PPK: issues orders, signs the handover.
  case commitmentOfficer = "commitment_officer"
  /// PPTK: checks deliveries, proposes.
  case technicalOfficer = "technical_officer"
  /// Pejabat Pengadaan: asks for offers, drafts and submits orders.
  case procurementOfficer = "procurement_officer"
  /// Bendahara: requests and records payments.
  case treasurer
  /// PPK-SKPD: verifies that the papers of a payment are complete.
  case financeVerifier = "finance_verifier"
  /// Pengurus Barang: counts what arrives.
  case goodsKeeper = "goods_keeper"
  /// Inspektorat, APIP, BPK: reads everything of a province.
  case auditor
  /// The owner of a vendor.
  case vendorOwner = "vendor_owner"
  /// Someone who works for a vendor.
  case vendorStaff = "vendor_staff"
  /// Verifies vendors and curates products.
  case verifier
  /// Keeps users, reference data and drafts of rules of a province.
  case tenantAdmin = "tenant_admin"
  /// Approves a version of the rules that another wrote.
  case ruleApprover = "rule_approver"
  /// Keeps the fleet of tenants; sees no business data.
  case centralAdmin = "central_admin"
  /// Anyone.
  case `public`

  /// Whether the role is one of a vendor's people.
  package var isVendor: Bool { self == .vendorOwner || self == .vendorStaff }

  /// Whether the role is an official's of the province: neither a vendor's, nor central, nor the public.
  package var isOfficial: Bool { !isVendor && self != .centralAdmin && self != .public }

  /// Whether the role reaches over the whole province, whatever unit the person sits in (api.md §6, Requests).
  package var isTenantWide: Bool {
    switch self {
    case .auditor, .verifier, .tenantAdmin, .ruleApprover: true
    default: false
    }
  }
}
