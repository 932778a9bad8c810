import EOrderRules

extension NeedText {
  var english: String {
    switch self {
    case .title: "Needs"
    case .lead: "What is to be bought out of a package, from its preparation by the PPK to the order."
    case .all: "All needs"
    case .none: "No needs yet"
    case .noneAdvice: "A commitment officer (PPK) writes down needs of the packages assigned to them."
    case .state: "State"
    case .words: "Title, specification, package or unit"
    case .anyState: "All states"
    case .new: "New need"
    case .newLead: "Choose the package and its budget line, then give a title. Details come afterwards."
    case .noPackage: "No package is assigned to you yet"
    case .noPackageAdvice: "Packages are assigned by the budget owner (PA/KPA)."
    case .need: "Need"
    case .estimate: "Own estimate"
    case .neededOn: "Needed on"
    case .package: "Package"
    case .nextStep: "Next step"
    case .otherSteps: "Other steps"
    case .notTaken: "Its order was not taken"
    case .noStep: "No step waits for you."
    case .facts: "Particulars"
    case .history: "History"
    case .packageLine: "Package and budget line"
    case .packageLineHint: "Only packages that are assigned to you."
    case .needTitle: "Title"
    case .needTitleHint: "For example: paper for the second quarter."
    case .specification: "Specification"
    case .specificationHint: "Sizes, quality and whatever else the goods or the service must meet."
    case .category: "Category"
    case .quantity: "Quantity"
    case .unitOfMeasure: "Unit of measure"
    case .unitOfMeasureHint: "For example ream, box, portion."
    case .street: "Delivery address"
    case .regionCode: "Regency or city of the delivery"
    case .ownEstimate: "Own estimate (HPS), all taxes included"
    case .ownEstimateHint:
      "For the whole quantity. May stay empty where a purchase slip is enough for the whole package, or the package has an estimate already."
    case .estimateBasis: "Grounds of the estimate"
    case .estimateBasisHint: "Where the price is known from. Required above the limit of simple receipts."
    case .catalogueResult: "Result of the check of the electronic catalogue"
    case .catalogueEvidence: "Evidence of the check"
    case .catalogueEvidenceHint: "For example a link, or the number of a screenshot of the search."
    case .catalogueReason: "Reason for not buying through the catalogue"
    case .result(let result): result.english
    case .officer: "Procurement officer"
    case .officerHint: "Only those with a valid certificate, and not yourself."
    case .reason: "Reason"
    case .product: "Product"
    case .productHint: "Products of this category in the catalogue, the cheapest first."
    case .productSearch: "Find products"
    case .nothingFound: "No product of the catalogue fits."
    case .deliverBy: "Delivered no later than"
    case .paymentMode: "Mode of payment"
    case .comparedSource: "Price for comparison: source"
    case .comparedPrice: "Price for comparison: unit price"
    case .comparedHint: "Required above the province's limit of direct purchases."
    case .note: "Note for the vendor"
    case .order: "Order"
    case .deliverTo: "Delivered to"
    case .act(let transition): transition.actEnglish
    case .means(let transition): transition.meansEnglish
    case .done(let transition): transition.doneEnglish
    case .offers: "See the offers"
    case .manyLines: "Order several items"
    case .recorded: "Recorded"
    case .refused: "Not yet possible"
    case .changed: "Somebody else has just changed this need. Look again, then send anew."
    }
  }
}

extension CatalogueCheck.Result {
  fileprivate var english: String {
    switch self {
    case .notFound: "Not in the catalogue"
    case .found: "In the catalogue"
    case .notChecked: "Not checked yet"
    }
  }
}

extension NeedState {
  var english: String {
    switch self {
    case .assigned: "Assigned to the PPK"
    case .prepared: "Prepared"
    case .withOfficer: "With the procurement officer"
    case .offersOpen: "Waiting for sealed offers"
    case .evaluating: "Offers are compared"
    case .ordered: "Ordered"
    case .cancelled: "Cancelled"
    }
  }
}

extension NeedTransition {
  fileprivate var actEnglish: String {
    switch self {
    case .create: "Write down the need"
    case .prepare: "Save the details"
    case .dispatch: "Pass to the procurement officer"
    case .chooseDirect: "Make a draft order"
    case .cancel: "Cancel the need"
    case .reopen: "Choose another vendor"
    case .publish: "Ask for offers"
    case .close: "Open the offers"
    case .select: "Select an offer"
    case .fail: "Give up the request for offers"
    case .reevaluate: "Select another offer"
    case .next: "Name the next offer"
    case .remind: "Remind"
    }
  }

  fileprivate var meansEnglish: String {
    switch self {
    case .create: "The need is written down in your name."
    case .prepare: "The details can be changed until the need is passed on."
    case .dispatch: "The procurement officer chooses a vendor or asks for offers."
    case .chooseDirect: "A draft order is made; what the rules and taxes say is shown before it is submitted."
    case .cancel: "The need ends here and cannot be opened again."
    case .reopen:
      "The vendor did not take the order. A vendor is chosen anew, and that order cannot be issued again."
    case .publish: "Fitting vendors are asked; nobody reads an offer before the deadline."
    case .close: "The deadline has come and the seals are broken."
    case .select: "A draft order is made at the offer's price."
    case .fail: "No offer can be selected; the officer asks again or chooses otherwise."
    case .reevaluate:
      "The vendor did not take the order. Another offer may be selected, and that order cannot be issued again."
    case .next: "The vendor did not take the order; it goes to the next in rank by a reissue."
    case .remind: "The need waits beyond its deadline."
    }
  }

  fileprivate var doneEnglish: String {
    switch self {
    case .create: "The need was written down"
    case .prepare: "The details were saved"
    case .dispatch: "Passed to the procurement officer"
    case .chooseDirect: "A draft order was made"
    case .cancel: "The need was cancelled"
    case .reopen: "Opened again"
    case .publish: "Vendors were asked for offers"
    case .close: "The offers were opened"
    case .select: "An offer was selected"
    case .fail: "The request for offers brought no order"
    case .reevaluate: "The offers are compared again"
    case .next: "The next offer in rank was named"
    case .remind: "A reminder was sent"
    }
  }
}
