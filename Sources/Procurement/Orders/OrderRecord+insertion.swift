import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

extension OrderRecord {
  /// A new order, draft or submitted.
  init(_ draft: OrderDraft, _ decision: Decision, _ caller: Caller) {
    id = .version7(at: caller.now)
    number = nil
    state = draft.input.submits ? .submitted : .draft
    packageID = draft.package.id
    needID = draft.need?.id
    offerID = draft.offer
    unitID = draft.package.unitID
    unitPath = draft.package.unitPath
    year = draft.package.year
    budgetLineID = draft.budget.id
    vendorID = draft.vendor.id
    vendorName = draft.vendor.name
    officerID = draft.package.commitmentOfficerID
    account = draft.budget.account
    terms = draft.terms
    ocid = "\(caller.rulebook.publication.ocdsPrefix)-\(id.lowercased)"
    discarded = false
    money = OrderMoney(decision.totals)
    acceptedGross = nil
    initialGross = nil
    self.decision = JSONValue(rule: decision.tree).encoded
    isFood = draft.isFood(caller.rulebook)
    kpaAsPPK = caller.rulebook.people.kpaAsPPK
    duties = OrderDuties(
      createdBy: caller.actor.person, submittedBy: draft.input.submits ? caller.actor.person : nil)
    duties.submitters = [duties.submittedBy].compactMap(\.self)
    proposedBy = nil
    invoice = nil
    payment = nil
    createdAt = caller.now
    issuedAt = nil
    paidAt = nil
    version = 1
    isGivenUp = false
  }

  func insertion(_ decision: Decision, _ caller: Caller) -> SQL {
    let submittedAt = state == .submitted ? createdAt : nil
    return """
      INSERT INTO purchase_order (id, state, package_id, need_id, offer_id, unit_id, budget_line_id, vendor_id, vendor_name,
        commitment_officer_id, account, street, region_code, deliver_by, payment_mode, note, justification,
        catalogue_result, catalogue_reason, catalogue_evidence, compared_prices, ocid, price_ex_vat, vat_base,
        vat, vat_collected, gross, withheld, net_to_vendor, decision, rules_version, food, created_person,
        submitted_person, submitters, kpa_as_ppk, submitted_at, created_at, updated_at)
      VALUES (\(id), \(state.rawValue), \(packageID), \(needID), \(offerID), \(unitID), \(budgetLineID), \(vendorID),
        \(vendorName),
        \(officerID), \(account), \(terms.street), \(terms.regionCode), \(terms.deliverBy),
        \(terms.paymentMode.rawValue), \(terms.note), \(terms.justification),
        \(terms.catalogueCheck?.result.rawValue), \(terms.catalogueCheck?.reason),
        \(terms.catalogueCheck?.evidence), \(JSONB(terms.comparedPricesJSON.encoded)), \(ocid),
        \(money.priceExVat), \(money.vatBase), \(money.vat), \(money.vatCollected), \(money.gross),
        \(money.withheld), \(money.netToVendor), \(JSONB(self.decision)), \(decision.rulesVersion), \(isFood),
        \(duties.createdBy), \(duties.submittedBy), \(SQLArray(duties.submitters)),
        \(kpaAsPPK), \(submittedAt), \(createdAt), \(createdAt))
      """
  }
}

extension OrderLineRecord {
  /// All lines in one statement.
  static func insertion(_ lines: [OrderLineRecord], order: UUID) -> SQL {
    let rows = lines.enumerated().map { position, line -> SQL in
      """
      (\(line.id), \(order), \(position), \(line.productID), \(line.name), \(line.category),
       \(line.unitOfMeasure), \(line.unitPrice), \(line.priceIncludesVat), \(line.taxClass.rawValue),
       \(line.quantity), \(line.accepted), \(line.priceExVat), \(line.vatBase), \(line.vat), \(line.gross),
       \(line.isLuxury))
      """
    }
    return """
      INSERT INTO order_line (id, order_id, position, product_id, name, category, unit_of_measure, unit_price,
        price_includes_vat, tax_class, quantity, accepted, price_ex_vat, vat_base, vat, gross, luxury)
      VALUES \(SQL(joining: rows, separator: ", "))
      """
  }
}
