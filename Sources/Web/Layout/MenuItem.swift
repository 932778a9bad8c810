import EOrderRules
import HTML

/// An entry of the menu.
enum MenuItem: Sendable, CaseIterable {
  case dashboard, catalogue, packages, needs, orders, offers, storefront, vendors, curation, budget
  case payments, sanctions, flags, audit, reports, users, imports, rules, mail, breakGlass, profile,
    transparency

  /// What someone with these roles finds in the menu of a province; nobody signed in has no role.
  static func items(for roles: Set<Role>) -> [MenuItem] {
    allCases.filter { $0.audience.map { !$0.isDisjoint(with: roles) } ?? true }
  }

  var text: MenuText {
    switch self {
    case .dashboard: .dashboard
    case .catalogue: .catalogue
    case .packages: .packages
    case .needs: .needs
    case .orders: .orders
    case .offers: .offers
    case .storefront: .storefront
    case .vendors: .vendors
    case .curation: .curation
    case .budget: .budget
    case .payments: .payments
    case .sanctions: .sanctions
    case .flags: .flags
    case .audit: .audit
    case .reports: .reports
    case .users: .users
    case .imports: .imports
    case .rules: .rules
    case .mail: .mail
    case .breakGlass: .breakGlass
    case .profile: .profile
    case .transparency: .transparency
    }
  }

  var url: PageURL {
    switch self {
    case .dashboard: "/desk"
    case .catalogue: "/"
    case .packages: "/packages"
    case .needs: "/needs"
    case .orders: "/orders"
    case .offers: "/requests-for-offers"
    case .storefront: "/storefront"
    case .vendors: "/vendors"
    case .curation: "/curation"
    case .budget: "/budget-lines"
    case .payments: "/payments"
    case .sanctions: "/sanction-cases"
    case .flags: "/flags"
    case .audit: "/audit"
    case .reports: "/reports"
    case .users: "/users"
    case .imports: "/imports"
    case .rules: "/rules"
    case .mail: "/mail"
    case .breakGlass: "/break-glass"
    case .profile: "/profile"
    case .transparency: "/transparency"
    }
  }

  /// Whether a page belongs to this entry.
  func contains(path: String) -> Bool {
    let page = path.prefix { $0 != "?" && $0 != "#" }
    if self == .catalogue { return page == "/" || page.hasPrefix("/products") }
    return page == url.text || page.hasPrefix(url.text + "/")
  }

  /// The roles that see the entry; nil for everyone.
  private var audience: Set<Role>? {
    let officials = Set(Role.allCases.filter(\.isOfficial))
    let vendors = Set(Role.allCases.filter(\.isVendor))
    let buyers: Set<Role> = [
      .budgetOwner, .commitmentOfficer, .technicalOfficer, .procurementOfficer, .treasurer, .financeVerifier,
      .goodsKeeper,
    ]
    return switch self {
    case .catalogue, .transparency: nil
    case .dashboard: officials.union(vendors)
    case .orders: buyers.union(vendors).union([.auditor])
    case .packages, .needs, .budget: buyers.union([.auditor])
    case .offers, .storefront, .profile: vendors
    case .vendors: [.verifier, .budgetOwner, .auditor, .tenantAdmin]
    case .curation: [.verifier]
    case .payments: [.treasurer, .financeVerifier, .budgetOwner]
    case .sanctions: [.budgetOwner, .verifier, .auditor]
    case .flags: [.auditor, .commitmentOfficer]
    case .audit: [.auditor]
    case .reports: officials
    case .users, .imports, .mail, .breakGlass: [.tenantAdmin]
    case .rules: [.tenantAdmin, .ruleApprover]
    }
  }
}
