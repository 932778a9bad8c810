import EOrderRules

/// What raises a code, and what, a rupiah, a day or a word away from it, does not.
struct CodePair {
  let raised: () throws -> [Violation]
  let silent: () throws -> [Violation]

  /// Two orders by the example's rules with these settings.
  static func orders(
    _ changes: [String: RuleValue] = [:], raised: @escaping (inout OrderFacts) -> Void,
    silent: @escaping (inout OrderFacts) -> Void
  ) -> CodePair {
    func decided(_ edit: (inout OrderFacts) -> Void) throws -> [Violation] {
      var facts = OrderFacts.example()
      edit(&facts)
      return try decide(facts, .example(changes)).violations
    }
    return CodePair(raised: { try decided(raised) }, silent: { try decided(silent) })
  }

  /// A flag that looks at something else than one order.
  static func flag<Subject>(
    raised: Subject, silent: Subject, _ look: @escaping (Rulebook, Subject) throws -> [Violation]
  ) -> CodePair {
    CodePair(raised: { try look(.example(), raised) }, silent: { try look(.example(), silent) })
  }

  static var ofCode: [ViolationCode: CodePair] {
    guards.merging(flags) { $1 }.merging(selections) { $1 }
  }

  private static var guards: [ViolationCode: CodePair] {
    [
      .orderCap: .orders {
        $0.price(50_000_001)
      } silent: {
        $0.price(50_000_000)
      },
      .evidenceForm: .orders {
        $0.price(50_000_001)
      } silent: {
        $0.price(50_000_000)
      },
      .budgetAvailable: .orders {
        $0.budgetAvailable = 999_999
      } silent: {
        $0.budgetAvailable = 1_000_000
      },
      .standardPrice: .orders {
        $0.lines[0].standardPrice = 999_999
      } silent: {
        $0.lines[0].standardPrice = 1_000_000
      },
      .catalogueFirst: .orders {
        $0.catalogueCheck?.evidence = nil
      } silent: {
        $0.catalogueCheck = CatalogueCheck(result: .notFound, evidence: "layar")
      },
      .vendorNotVerified: .orders {
        $0.vendor.state = .suspended
      } silent: {
        $0.vendor.state = .verified
      },
      .vendorSize: .orders {
        $0.vendor.size = .medium
      } silent: {
        $0.vendor.size = .small
      },
      .productNotListed: .orders {
        $0.lines[0].productState = .delisted
      } silent: {
        $0.lines[0].productState = .listed
      },
      .minimumQuantity: .orders {
        $0.lines[0].minimumQuantity = 2
      } silent: {
        $0.lines[0].minimumQuantity = 1
      },
      .stock: .orders {
        $0.lines[0].stock = 0
      } silent: {
        $0.lines[0].stock = 1
      },
      .directMaximum: .orders {
        $0.direct(10_000_001)
      } silent: {
        $0.direct(10_000_000)
      },
      .reviewRequired: .orders(["tax.no_npwp_policy": "REVIEW"]) {
        $0.vendor.npwp = nil
      } silent: { _ in
      },
      .paymentMode: .orders {
        $0.paymentMode = .autodebit
      } silent: {
        $0.paymentMode = .ls
      },
      .yearEnd: .orders {
        $0.deliverBy = "2027-12-16"
      } silent: {
        $0.deliverBy = "2027-12-15"
      },
      .splitPackage: .orders {
        $0.recentOrders = [.other(49_000_001) { $0.packageId = "k1" }]
      } silent: {
        $0.recentOrders = [.other(49_000_000) { $0.packageId = "k1" }]
      },
      .splitCategory: .orders {
        $0.recentOrders = [.other(49_000_001) { $0.needDate = "2027-03-05" }]
      } silent: {
        $0.recentOrders = [.other(49_000_001) { $0.needDate = "2027-03-06" }]
      },
      .splitVendor: .orders {
        $0.recentOrders = [.other(49_000_001) { $0.vendorId = "v1" }]
      } silent: {
        $0.recentOrders = [.other(49_000_000) { $0.vendorId = "v1" }]
      },
      .newProduct: .orders {
        $0.lines[0].secondsListed = 86_399
      } silent: {
        $0.lines[0].secondsListed = 86_400
      },
      .priceChanged: .orders {
        $0.priceChanges = [.today(1101)]
      } silent: {
        $0.priceChanges = [.today(1100)]
      },
      .conflictOfInterest: .orders {
        $0.conflicts = [SharedTraces(userId: "u", kinds: [.nik])]
      } silent: {
        $0.conflicts = [SharedTraces(userId: "u", kinds: [])]
      },
      .addendumLimit: .orders {
        $0.initialGross = 909_090
      } silent: {
        $0.initialGross = 909_091
      },
      .planAnnounced: .orders {
        $0.package = .announced("2027-03-02")
      } silent: {
        $0.package = .announced("2027-03-01")
      },
      .estimateNeeded: .orders {
        $0.price(10_000_001)
        $0.package = .announced(march, estimate: nil)
      } silent: {
        $0.price(10_000_000)
        $0.package = .announced(march, estimate: nil)
      },
      .priceReason: .orders(["direct.max": 50_000_000]) {
        $0.direct(10_000_001)
      } silent: {
        $0.direct(10_000_000)
      },
      .localContent: .orders {
        $0.lines[0].localContentPercent = 24
      } silent: {
        $0.lines[0].localContentPercent = 25
      },
    ]
  }
}

extension OrderFacts {
  fileprivate mutating func price(_ price: Rupiah) { lines[0].unitPrice = price }

  fileprivate mutating func direct(_ gross: Rupiah) {
    procedure = .direct
    price(gross)
  }
}

extension PriceChange {
  fileprivate static func today(_ new: Rupiah) -> PriceChange {
    PriceChange(productId: "p1", day: march, from: 1000, to: new)
  }
}

extension PackageFacts {
  fileprivate static func announced(_ day: Day, estimate: Rupiah? = 1) -> PackageFacts {
    PackageFacts(announcedOn: day, ceiling: 50_000_000, ownEstimate: estimate)
  }
}
