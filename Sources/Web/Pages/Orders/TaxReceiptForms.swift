import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The treasurer's forms for the proofs of deposited taxes: one for each tax of each payment that was made.
struct TaxReceiptForms {
  let page: PageCall
  let order: String

  /// The order's page at the form of one tax.
  static func url(_ order: UUID, _ code: TaxCode, part: Int?) -> PageURL {
    PageURL(
      path: ["orders", order.uuidString.lowercased()], fragment: "do-\(act(code.rawValue, part: part))")
  }

  private static func act(_ code: String, part: Int?) -> String {
    "tax-receipt.\(code)" + (part.map { ".\($0)" } ?? "")
  }

  func actions(_ view: OrderView) -> [PageAction] {
    guard let caller = try? page.caller, let answer = try? view.json(for: caller) else { return [] }
    let own = deposits(answer).map { action($0, part: nil) }
    let parts = (answer["parts"]?.elements ?? []).filter { $0["apart"]?.bool == true }.flatMap { part in
      deposits(part).map { action($0, part: part) }
    }
    return own + parts
  }

  private func deposits(_ payment: JSONValue) -> [JSONValue] {
    (payment["deposits"]?.elements ?? []).filter { $0["by"]?.text == Collector.treasurer.rawValue }
  }

  private func action(_ deposit: JSONValue, part: JSONValue?) -> PageAction {
    let language = page.language
    let code = deposit["code"]?.text ?? ""
    let tax = TaxCode(rawValue: code).map { language(TaxText.tax($0)) } ?? code
    let amount = page.shown.money(deposit["amount"])
    let act = Self.act(code, part: part?["part"]?.int)
    return PageAction(
      act: act, operation: "recordTaxReceipt", parameters: ["id": order],
      title: language(MoneyText.recordDeposit(tax: tax, part: part?["part"]?.int64)),
      explanation: language(MoneyText.recordDepositMeans(amount: amount)),
      fields: [
        ActionForm.Field(
          name: "ntpn", label: language(StepText.ntpnAlone), hint: language(StepText.ntpnFormat), kind: .code,
          maxLength: 24),
        ActionForm.Field(
          name: "withholdingSlip", label: language(MoneyText.withholdingSlip),
          hint: language(MoneyText.withholdingSlipHint), isRequired: false, maxLength: 40),
      ],
      fixed: [JSONMember(name: "code", value: .string(code))]
        + (part?["id"].map { [JSONMember(name: "partId", value: $0)] } ?? []),
      weight: .quiet, isFolded: true, then: { [order] _ in OrderActing.back(order) })
  }
}
