import EOrderRules
import Foundation
package import Postgres
package import StrictJSON
import Tenancy

extension OrderInput {
  /// What is wrong with the meaning of a body whose form has errors too.
  package static func refusals(
    ofPart body: JSONValue, _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [FieldError] {
    let named = OrderReferences.Named(ofPart: body)
    let need = body["needId"]?.uuid
    let package: SQL =
      body["packageId"]?.uuid.map { "\($0)" }
      ?? need.map { "(SELECT package_id FROM need WHERE id = \($0))" } ?? "NULL::uuid"
    let keys = OrderContext.Keys.new(
      package: package, budgetLine: body["budgetLineId"]?.uuid ?? .nobody, vendor: named.vendor ?? .nobody,
      products: named.lines.map(\.product))
    let results = try await lease.pipeline(
      OrderContext.selects(keys, caller, locking: false) + (need.map { [NeedRow.select($0)] } ?? []))
    let references = OrderReferences(named, try OrderContext(results[...], caller), caller)
    guard need != nil, try results.last?.first(NeedRow.self)?.waits(for: caller) != true,
      !references.errors.contains(where: { $0.pointer == "/needId" })
    else { return references.errors }
    return [FieldError("/needId", .notFound)] + references.errors
  }
}

extension EditOrder {
  /// What is wrong with the meaning of an edit whose form has errors too.
  package func refusals(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [FieldError] {
    guard let order = try await lease.query(OrderRecord.select(id)).first(OrderRecord.self),
      order.isVisible(to: caller.actor)
    else { return [] }
    let named = OrderReferences.Named(ofPart: body.merging(["vendorId": JSONValue(order.vendorID)]))
    let keys = OrderContext.Keys.new(
      package: "\(order.packageID)", budgetLine: order.budgetLineID, vendor: order.vendorID,
      products: named.lines.map(\.product))
    let results = try await lease.pipeline(OrderContext.selects(keys, caller, locking: false))
    return OrderReferences(named, try OrderContext(results[...], caller), caller).errors
  }
}

extension TransitionOrder {
  /// What is wrong with the meaning of a step's body whose form has errors too.
  package func refusals(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [FieldError] {
    guard transition == .invoice else { return [] }
    let vendor = try await lease.query(OrderSituation.Vendor.select(order: id)).first(
      OrderSituation.Vendor.self)
    return OrderStep.missingTaxInvoice(body, vendor)
  }
}

extension TransitionPart {
  /// What is wrong with the meaning of a step's body whose form has errors too.
  package func refusals(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [FieldError] {
    guard transition == .invoice else { return [] }
    let vendor = try await lease.query(OrderSituation.Vendor.select(order: order)).first(
      OrderSituation.Vendor.self)
    return OrderStep.missingTaxInvoice(body, vendor)
  }
}

extension OrderStep {
  /// A vendor that is registered for VAT bills with the number of its tax invoice (faktur pajak).
  static func missingTaxInvoice(_ body: JSONValue, _ vendor: OrderSituation.Vendor?) -> [FieldError] {
    let isMissing = body["taxInvoiceNumber"].map(\.isNull) ?? true
    return vendor?.isVatRegistered == true && isMissing ? [FieldError("/taxInvoiceNumber", .required)] : []
  }
}

extension UUID {
  /// The id that no row has.
  fileprivate static let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
}
