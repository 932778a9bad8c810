import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// What an order is made from: a need that was handed to the officer, or a package of the plan.
struct OrderingSource: Sendable {
  /// `needId` or `packageId`.
  let member: String
  let id: String
  let name: String
  /// Budget lines with their names.
  let budgetLines: [Choice]
  /// What stands in the form at first.
  var start: [String: String] = [:]
  /// What the catalogue is searched for at first.
  var category: String?

  var query: [(String, String)] { [(member == "needId" ? "need" : "package", id)] }
}

/// One line of an order that is being written.
struct OrderingLine: Sendable {
  let product: ProductRow
  /// As it was typed.
  let quantity: String

  static func field(_ product: UUID) -> String { "order.line.\(product.uuidString.lowercased())" }
}

/// The form of an order: its terms; the lines stand beside them under names of their own.
struct OrderingForm {
  static let action = "order"
  static let linePrefix = "order.line."
  static let addPrefix = "order.add."
  static let wordsField = "order.words"
  static let regionField = "order.deliverTo.regionCode"
  static let categoryField = "order.category"

  let language: Language
  let modes: [PaymentMode]
  let places: Places
  /// The region that stands in the form, so that it stays a choice.
  var region = ""

  init(_ page: PageCall, _ modes: [PaymentMode], region: String? = nil) {
    language = page.language
    self.modes = modes
    places = page.places
    self.region = region ?? page.form.filled(Self.regionField) ?? ""
  }

  var terms: [ActionForm.Field] {
    [
      field("deliverTo.street", NeedText.street, maxLength: 500),
      field("deliverTo.regionCode", .regionCode, kind: places.kind(keeping: region), maxLength: 13),
      field("deliverBy", .deliverBy, kind: .day),
      field(
        "paymentMode", .paymentMode,
        kind: .choice(modes.map { Choice(value: $0.rawValue, text: language(OrderText.mode($0))) })),
      field("note", .note, kind: .lines, maxLength: 2000, isRequired: false),
    ]
  }

  /// What is filled in only where a rule asks for it.
  /// - Parameter holds: what has to be justified before the order goes out; then the reason is due.
  func evidence(for holds: [String] = []) -> [ActionForm.Field] {
    let results = CatalogueCheck.Result.allCases.map {
      Choice(value: $0.rawValue, text: language(NeedText.result($0)))
    }
    let hint =
      holds.isEmpty
      ? language(StepText.justificationHint)
      : language(OrderingText.justificationDue(holds.joined(separator: " ")))
    return [
      field("comparedPrices.0.source", .comparedSource, hint: .comparedHint, isRequired: false),
      field("comparedPrices.0.unitPrice", .comparedPrice, kind: .money, isRequired: false),
      field("comparedPrices.1.source", .comparedSource, isRequired: false),
      field("comparedPrices.1.unitPrice", .comparedPrice, kind: .money, isRequired: false),
      ActionForm.Field(
        name: "catalogueCheck.result", label: language(NeedText.catalogueResult),
        hint: language(OrderingText.catalogueHint), kind: .choice(results), isRequired: false),
      field(
        "catalogueCheck.evidence", .catalogueEvidence, hint: .catalogueEvidenceHint, maxLength: 2000,
        isRequired: false),
      field("catalogueCheck.reason", .catalogueReason, kind: .lines, maxLength: 2000, isRequired: false),
      ActionForm.Field(
        name: "justification", label: language(StepText.justification), hint: hint, kind: .lines,
        isRequired: !holds.isEmpty, maxLength: 2000),
    ]
  }

  /// The budget line, where the package has several.
  func budgetLine(_ source: OrderingSource) -> ActionForm.Field? {
    guard source.budgetLines.count > 1 else { return nil }
    return ActionForm.Field(
      name: "budgetLineId", label: language(OrderText.budgetLine), kind: .choice(source.budgetLines))
  }

  func form(_ source: OrderingSource?) -> ActionForm {
    let line = source.flatMap(budgetLine).map { [$0] } ?? []
    return ActionForm(action: Self.action, fields: line + terms + evidence())
  }

  /// The body of `POST /orders`.
  func body(_ sent: SentForm, _ lines: [OrderingLine], _ source: OrderingSource, submits: Bool) -> JSONValue {
    var members = form(source).body(sent).members ?? []
    members.append(JSONMember(name: source.member, value: .string(source.id)))
    if source.budgetLines.count == 1, let only = source.budgetLines.first {
      members.append(JSONMember(name: "budgetLineId", value: .string(only.value)))
    }
    members += Self.lineMembers(lines)
    if let vendor = lines.first?.product.vendorID {
      members.append(JSONMember(name: "vendorId", value: JSONValue(vendor)))
    }
    if submits { members.append(JSONMember(name: "submit", value: true)) }
    return .object(members)
  }

  static func lineMembers(_ lines: [OrderingLine]) -> [JSONMember] {
    let items = lines.map { line -> JSONValue in
      [
        "productId": JSONValue(line.product.id),
        "quantity": Shape.integer().reading(TypedMoney.digits(line.quantity)),
      ]
    }
    return [JSONMember(name: "lines", value: .array(items))]
  }

  /// Errors at the fields that this form has: those of a line at the line's own field.
  func problems(_ errors: [FieldError], _ lines: [OrderingLine], _ source: OrderingSource?)
    -> [FormState.Problem]
  {
    errors.flatMap { error -> [FormState.Problem] in
      let parts = error.pointer.split(separator: "/")
      guard parts.first == "lines" || parts.first == "vendorId" else {
        return form(source).problems([error], language)
      }
      let index = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
      let name =
        lines.indices.contains(index) ? OrderingLine.field(lines[index].product.id) : Self.wordsField
      let sentence = lines.isEmpty ? language(OrderingText.noLines) : language.pick(error.detail)
      let label =
        lines.indices.contains(index) ? lines[index].product.content.name : language(NeedText.productSearch)
      return parts.first == "vendorId" && lines.isEmpty
        ? [] : [FormState.Problem(field: name, sentence: sentence, label: label)]
    }
  }

  private func field(
    _ name: String, _ label: NeedText, hint: NeedText? = nil, kind: ActionForm.Field.Kind = .line,
    maxLength: Int = 200, isRequired: Bool = true
  ) -> ActionForm.Field {
    ActionForm.Field(
      name: name, label: language(label), hint: hint.map { language($0) }, kind: kind, isRequired: isRequired,
      maxLength: maxLength)
  }
}
