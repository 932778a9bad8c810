/// Where a product stands; the raw values are those of the API and the database.
package enum ProductState: String, Sendable, CaseIterable {
  case draft
  case inCuration = "in_curation"
  case listed, delisted
}

/// What can be done with a product; the raw values are the spelling in URLs and in the history.
package enum ProductTransition: String, Sendable, CaseIterable {
  case create, submit, list, `return`, delist

  /// The row of the state machine.
  package var rule: TransitionRule<ProductState> {
    switch self {
    case .create: .init([], to: .draft, by: Self.vendor.union([.tenantAdmin]))
    case .submit: .init([.draft, .delisted], to: .inCuration, by: Self.vendor)
    case .list: .init([.inCuration], to: .listed, by: [.verifier])
    case .return: .init([.inCuration], to: .draft, by: [.verifier], reason: .required)
    case .delist: .init([.listed], to: .delisted, by: Self.vendor.union([.verifier]))
    }
  }

  private static let vendor: Set<Role> = [.vendorOwner, .vendorStaff]
}

/// What people with these roles can do with a product in that state.
package func allowedTransitions(state: ProductState, roles: Set<Role>) -> [ProductTransition] {
  ProductTransition.allCases.filter { $0.rule.from.contains(state) && !$0.rule.roles.isDisjoint(with: roles) }
}

/// Whether a change of price sends a listed product back to curation: more than the share, up or down.
///
/// - Parameter share: `flags.price_change`, 1/10 by default.
package func needsCuration(price old: Rupiah, changedTo new: Rupiah, share: Ratio) -> Bool {
  let change = (Int128(new.amount) - Int128(old.amount)).magnitude
  return change * UInt128(share.denominator) > Int128(old.amount).magnitude * UInt128(share.numerator)
}
