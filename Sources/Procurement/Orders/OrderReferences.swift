import Authentication
import EOrderRules
import Foundation
import StrictJSON
import Tenancy

/// What the body of an order refers to, and what of it leads nowhere. A body whose form has errors is looked through as
/// far as it goes, so that all that is wrong is told at once.
struct OrderReferences: Sendable {
  /// What a body names.
  struct Named: Sendable {
    /// Where the body names its package, or the need that has one; nil where it names neither.
    let package: String?
    let hasBudgetLine: Bool
    let vendor: UUID?
    let lines: [(index: Int, product: UUID, quantity: Int64)]

    init(_ input: OrderInput) {
      package = input.packageID == nil ? "/needId" : "/packageId"
      hasBudgetLine = true
      vendor = input.vendorID
      lines = input.lines.enumerated().map { (index: $0, product: $1.productID, quantity: $1.quantity) }
    }

    /// As much as a body with errors of form names.
    init(ofPart body: JSONValue) {
      package =
        body["packageId"]?.uuid != nil ? "/packageId" : body["needId"]?.uuid != nil ? "/needId" : nil
      hasBudgetLine = body["budgetLineId"]?.uuid != nil
      vendor = body["vendorId"]?.uuid
      lines = (body["lines"]?.elements ?? []).enumerated().compactMap { index, line in
        line["productId"]?.uuid.map { (index: index, product: $0, quantity: 1) }
      }
    }
  }

  let office: Office?
  let package: PackageRow?
  let budget: BudgetPosition?
  let vendor: OrderingVendor?
  let items: [(product: OrderedProduct, quantity: Int64)]
  let errors: [FieldError]

  init(_ named: Named, _ context: OrderContext, _ caller: Caller) {
    var errors: [FieldError] = []
    office = context.package.flatMap { package in
      caller.actor.offices(onUnit: package.unitPath, year: package.year, officer: package.commitmentOfficerID)
        .acting(as: OrderTransition.create.rule.roles)
    }
    let plan = office == nil && !caller.isSystem ? nil : context.package
    package = plan
    if plan == nil, let pointer = named.package { errors.append(FieldError(pointer, .notFound)) }
    let drawn = context.budget.flatMap { line in
      plan?.budgetLineIDs.contains(line.id) ?? true ? line : nil
    }
    budget = drawn
    if let drawn, let plan, drawn.year != plan.year {
      errors.append(
        FieldError("/budgetLineId", .notOneOf, detail: Self.otherYear(drawn.year, package: plan.year)))
    }
    if drawn == nil, named.hasBudgetLine { errors.append(FieldError("/budgetLineId", .notFound)) }
    vendor = context.vendor
    if vendor == nil, named.vendor != nil { errors.append(FieldError("/vendorId", .notFound)) }
    var items: [(OrderedProduct, Int64)] = []
    for line in named.lines {
      if let found = context.products[line.product], named.vendor == nil || found.vendorID == named.vendor {
        items.append((found, line.quantity))
      } else {
        errors.append(FieldError("/lines/\(line.index)/productId", .notFound))
      }
    }
    self.items = items.map { (product: $0.0, quantity: $0.1) }
    self.errors = errors
  }

  private static func otherYear(_ line: Int, package: Int) -> Bilingual {
    Bilingual(
      id: "Rincian anggaran ini untuk tahun \(line), paketnya untuk tahun \(package).",
      en: "This budget line is of the year \(line), the package of \(package).")
  }
}
