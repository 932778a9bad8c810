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
    var act = "tax-receipt.\(code)"
    if let position = part?["part"]?.int { act += ".\(position)" }
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
