extension OrderFacts {
  /// The facts as `rules decide` reads them, every member written: what is kept beside a decision, so that it can
  /// be made again.
  package var tree: RuleValue {
    [
      "date": RuleValue(date), "paymentMode": .string(paymentMode.rawValue),
      "procedure": .string(procedure.rawValue), "vendor": vendor.tree, "lines": .array(lines.map(\.tree)),
      "budget": budgetAvailable.map { ["available": RuleValue($0)] } ?? .null,
      "recentOrders": .array(recentOrders.map(\.facts)), "packageId": RuleValue(packageId),
      "unitId": RuleValue(unitId), "unitPath": .array(unitPath.map { .string($0) }),
      "account": RuleValue(account), "vendorId": RuleValue(vendorId),
      "itemNames": .array(itemNames.map { .string($0) }), "needDate": RuleValue(needDate?.description),
      "deliverBy": RuleValue(deliverBy?.description),
      "comparedPrices": .array(comparedPrices.map(\.tree)), "catalogueCheck": catalogueCheck?.tree ?? .null,
      "justification": RuleValue(justification), "initialGross": number(initialGross),
      "amendedFrom": number(amendedFrom),
      "issuing": .bool(issuing), "priceChanges": .array(priceChanges.map(\.facts)),
      "conflicts": .array(conflicts.map(\.tree)),
      "officerCertificate": officerCertificate?.tree ?? .null,
      "budgetYear": budgetYear.map { .int(Int64($0)) } ?? .null, "package": package?.tree ?? .null,
      "whole": whole.map { .array($0.map(\.tree)) } ?? .null,
      "sameDay": .array(sameDay.map(\.tree)),
    ]
  }
}

extension PackageFacts {
  fileprivate var tree: RuleValue {
    [
      "announcedOn": RuleValue(announcedOn), "ceiling": RuleValue(ceiling),
      "ownEstimate": number(ownEstimate),
    ]
  }
}

extension VendorFacts {
  fileprivate var tree: RuleValue {
    [
      "state": .string(state.rawValue), "legalForm": .string(legalForm.rawValue),
      "size": .string(size.rawValue), "regionCode": RuleValue(regionCode?.description),
      "npwp": RuleValue(npwp?.description), "vatRegistered": .bool(vatRegistered),
      "finalTaxLetter": finalTaxLetter?.tree ?? .null,
      "foreign": .bool(isForeign),
      "withholdingExemption": withholdingExemption?.tree ?? .null,
      "exemptBandStatement": .bool(exemptBandStatement), "turnoverYearToDate": number(turnoverYearToDate),
    ]
  }
}

extension SameDayPayment {
  fileprivate var tree: RuleValue {
    [
      "orderId": .string(orderId), "number": RuleValue(number), "lines": .array(lines.map(\.tree)),
      "taxes": .array(taxes.map(\.tree)),
    ]
  }
}

extension TaxLetter {
  fileprivate var tree: RuleValue { ["number": .string(number), "validUntil": RuleValue(validUntil)] }
}

extension LineFacts {
  fileprivate var tree: RuleValue {
    [
      "productId": .string(productId), "category": .string(category), "taxClass": .string(taxClass.rawValue),
      "unitPrice": RuleValue(unitPrice), "priceIncludesVat": .bool(priceIncludesVat),
      "quantity": .int(quantity), "standardPrice": number(standardPrice),
      "productState": RuleValue(productState?.rawValue), "stock": number(stock),
      "minimumQuantity": number(minimumQuantity), "secondsListed": number(secondsListed),
      "listedPrice": number(listedPrice),
      "localContentPercent": number(localContentPercent), "luxury": .bool(isLuxury),
      "paidPrices": .array(paidPrices.map(\.tree)),
    ]
  }
}

extension RecentOrder {
  /// The order with all that is compared; `tree` is what explanations name of it.
  fileprivate var facts: RuleValue {
    [
      "id": .string(id), "number": RuleValue(number), "date": RuleValue(date),
      "packageId": RuleValue(packageId), "unitId": RuleValue(unitId), "account": RuleValue(account),
      "categories": .array(categories.sorted().map { .string($0) }), "vendorId": RuleValue(vendorId),
      "gross": RuleValue(gross), "itemNames": .array(itemNames.map { .string($0) }),
      "needDate": RuleValue(needDate?.description),
    ]
  }
}

extension PaidPrice {
  fileprivate var tree: RuleValue { ["day": RuleValue(day), "unitPrice": RuleValue(unitPrice)] }
}

extension PriceChange {
  fileprivate var facts: RuleValue {
    [
      "productId": .string(productId), "day": RuleValue(day), "from": RuleValue(old), "to": RuleValue(new),
    ]
  }
}

extension SharedTraces {
  fileprivate var tree: RuleValue {
    [
      "user": .string(userId), "shared": .array(kinds.map { .string($0.rawValue) }),
      "declared": .array(declared.map { .string($0.rawValue) }),
    ]
  }
}

extension CertificateRecord {
  fileprivate var tree: RuleValue {
    switch self {
    case .missing: ["number": nil, "until": nil]
    case .recorded(let certificate):
      ["number": .string(certificate.number), "until": RuleValue(certificate.until?.description)]
    }
  }
}

extension ComparedPrice {
  fileprivate var tree: RuleValue { ["source": .string(source), "unitPrice": RuleValue(unitPrice)] }
}

extension CatalogueCheck {
  fileprivate var tree: RuleValue {
    ["result": .string(result.rawValue), "reason": RuleValue(reason), "evidence": RuleValue(evidence)]
  }
}

private func number(_ amount: Rupiah?) -> RuleValue { amount.map { RuleValue($0) } ?? .null }

private func number(_ count: Int64?) -> RuleValue { count.map { .int($0) } ?? .null }
