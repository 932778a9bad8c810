import EOrderRules
import Foundation
import Procurement
import StrictJSON

/// What a person fills in to take an order one step on.
///
/// Several of these stand on one page, so the fields' names begin with the transition's.
struct StepForm: Sendable {
  /// One field, which becomes a member of the body.
  struct Field: Sendable {
    enum Kind: Sendable {
      case line, lines, day, money
      case quantity(line: UUID)
    }

    let name: String
    let label: StepText
    var hint: StepText?
    var kind = Kind.line
    var isRequired = true
    /// What stands in it at first.
    var start = ""
    var maxLength = 200
  }

  let transition: OrderTransition
  let fields: [Field]

  /// - Parameter today: the province's day.
  init(_ transition: OrderTransition, _ view: OrderView, today: Day, _ language: Language) {
    self.transition = transition
    fields = Self.fields(transition, view, today, language) + Self.reason(transition)
  }

  var prefix: String { transition.rawValue + "." }

  private static func reason(_ transition: OrderTransition) -> [Field] {
    switch transition.rule.reason {
    case .required: [Field(name: "reason", label: .reason, kind: .lines, maxLength: 2000)]
    case .requiredEarly:
      [Field(name: "reason", label: .reason, kind: .lines, isRequired: false, maxLength: 2000)]
    case .optional: []
    }
  }

  private static func fields(
    _ transition: OrderTransition, _ view: OrderView, _ today: Day, _ language: Language
  ) -> [Field] {
    switch transition {
    case .issue:
      [
        Field(
          name: "justification", label: .justification, hint: .justificationHint, kind: .lines,
          isRequired: false,
          start: view.order.terms.justification ?? "", maxLength: 2000)
      ]
    case .startDelivery: [Field(name: "deliveryNote", label: .deliveryNote)]
    case .arrive:
      [Field(name: "position", label: .position, hint: .positionHint, isRequired: false)]
    case .inspectOk: view.lines.map { accepted($0, language) }
    case .invoice:
      [
        Field(name: "number", label: .number, maxLength: 100),
        Field(name: "date", label: .date, kind: .day, start: today.description),
        Field(
          name: "taxInvoiceNumber", label: .taxInvoiceNumber, hint: .taxInvoiceHint, isRequired: false,
          maxLength: 17),
      ]
    case .requestPayment:
      [Field(name: "reference", label: .reference, isRequired: false, maxLength: 100)]
    case .confirmPaid:
      [
        Field(name: "reference", label: .reference, hint: .paymentReferenceHint, maxLength: 100),
        Field(name: "paidOn", label: .paidOn, kind: .day, start: today.description),
        Field(
          name: "amount", label: .amount, hint: .amountHint(language.money(view.order.money.netToVendor)),
          kind: .money),
      ]
    default: []
    }
  }

  private static func accepted(_ line: OrderLineRecord, _ language: Language) -> Field {
    let ordered = "\(language.number(line.quantity)) \(line.unitOfMeasure)"
    return Field(
      name: "accepted.\(line.id.uuidString.lowercased())",
      label: .acceptedOf(product: line.name, ordered: ordered),
      hint: .acceptedHint, kind: .quantity(line: line.id), start: String(line.quantity), maxLength: 7)
  }

  /// What stands in the fields at first.
  var startValues: [String: String] {
    Dictionary(uniqueKeysWithValues: fields.filter { !$0.start.isEmpty }.map { (prefix + $0.name, $0.start) })
  }

  /// The body for the transition's shape: blank fields are left out.
  func body(_ form: SentForm) -> JSONValue {
    var members: [JSONMember] = []
    var lines: [JSONValue] = []
    for field in fields {
      guard let text = form.filled(prefix + field.name) else { continue }
      switch field.kind {
      case .quantity(let line):
        lines.append([
          "lineId": JSONValue(line), "accepted": Shape.integer().reading(TypedMoney.digits(text)),
        ])
      case .money:
        members.append(JSONMember(name: field.name, value: Shape.integer().reading(TypedMoney.digits(text))))
      case .line, .lines, .day: members.append(JSONMember(name: field.name, value: .string(text)))
      }
    }
    if !lines.isEmpty { members.append(JSONMember(name: "lines", value: .array(lines))) }
    return .object(members)
  }

  /// The field of this form that an error of the body is about; the first where it is about none.
  func field(of error: FieldError, body: JSONValue) -> String {
    let path = FormState.field(pointer: error.pointer)
    if path.hasPrefix("lines.") {
      let index = Int(path.split(separator: ".").dropFirst().first ?? "") ?? 0
      let lines = body["lines"]?.elements ?? []
      let line = lines.indices.contains(index) ? lines[index]["lineId"]?.text ?? "" : ""
      return prefix + "accepted." + line
    }
    let known = fields.contains { $0.name == path } ? path : fields.first?.name ?? path
    return prefix + known
  }
}
