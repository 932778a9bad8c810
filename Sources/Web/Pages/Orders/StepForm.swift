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
      /// The member of a line in `lines`.
      case quantity(line: UUID, member: String)
      case choice([(value: String, text: StepText)], JSONType)
      /// A photo or file, which is attached to the order.
      case paper(AttachmentKind)
      /// The number under which a tax was deposited.
      case deposit(TaxCode)
    }

    /// What a chosen value is in the body.
    enum JSONType: Sendable { case text, number, truth }

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
  /// What the fields' names begin with where several forms of one transition stand on a page.
  var scope = ""

  /// - Parameter today: the province's day.
  init(_ transition: OrderTransition, _ view: OrderView, today: Day, _ language: Language) {
    self.transition = transition
    fields = Self.fields(transition, view, today, language) + Self.reason(transition)
  }

  var prefix: String { scope + transition.rawValue + "." }

  /// The form of a part's payment.
  /// - Parameter part: as the API answers it.
  init(_ transition: OrderTransition, part: JSONValue, of view: OrderView, today: Day, _ language: Language) {
    self.transition = transition
    fields =
      Self.payment(transition, PaymentAsked(part: part, of: view), today, language)
      + Self.reason(transition)
    scope = "part\(part["part"]?.int64 ?? 0)."
  }

  /// Whether a photo or file may come with it.
  var takesPaper: Bool { fields.contains { if case .paper = $0.kind { true } else { false } } }

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
    case .issue, .reissue:
      [
        justification(view, language)
      ]
    case .startDelivery:
      [
        Field(name: "deliveryNote", label: .deliveryNote),
        paper("notePhoto", .deliveryPhoto, .deliveryPhotoHint, .deliveryNote),
      ]
    case .arrive:
      [
        paper("photo", .arrivalPhoto, .arrivalPhotoHint, .photo),
        Field(name: "position", label: .position, hint: .positionHint, isRequired: false),
      ]
    case .inspectOk: view.lines.map { accepted($0, language) }
    case .invoice:
      payment(transition, PaymentAsked(view), today, language) + [
        paper("invoicePhoto", .invoicePhoto, .invoicePhotoHint, .invoice)
      ]
    case .verify, .requestPayment, .approvePayment, .confirmPaid:
      payment(transition, PaymentAsked(view), today, language)
    case .partialHandover: view.lines.map { part($0, language) }
    case .amend:
      view.lines.map { changed($0, language) } + [
        Field(name: "deliverBy", label: .moreTime, hint: .moreTimeHint, kind: .day, isRequired: false)
      ]
    case .answerAmendment:
      [
        Field(
          name: "accept", label: .agree, kind: .choice([("true", .agreed), ("false", .notAgreed)], .truth)),
        Field(name: "reason", label: .whyNot, kind: .lines, isRequired: false, maxLength: 2000),
      ]
    case .openDispute:
      [
        Field(
          name: "subject", label: .complaint,
          kind: .choice(ComplaintSubject.allCases.map { ($0.rawValue, .complaintAbout($0)) }, .text),
          isRequired: false),
        Field(name: "amount", label: .claimedAmount, hint: .claimedHint, kind: .money, isRequired: false),
      ]
    case .answerDispute: [Field(name: "text", label: .answer, kind: .lines, maxLength: 2000)]
    case .closeDispute:
      [
        Field(
          name: "outcome", label: .outcome, hint: view.isUnheard ? .unheard : nil,
          kind: .choice(
            DisputeOutcome.allCases.filter { $0.isOpen(in: view.order.state) }
              .map { ($0.rawValue, .outcomeText($0)) }, .text)),
        Field(
          name: "amount", label: .amountDue,
          hint: .amountDueHint(gross: language.money(view.order.money.gross)),
          kind: .money, isRequired: false),
        Field(name: "text", label: .decisionText, kind: .lines, maxLength: 2000),
      ]
    case .rate:
      [
        Field(
          name: "stars", label: .stars,
          kind: .choice((1...5).reversed().map { (String($0), .starsOf($0)) }, .number)),
        Field(name: "text", label: .comment, kind: .lines, isRequired: false, maxLength: 2000),
      ]
    default: []
    }
  }

  /// Due where the decision holds the order until somebody says why it may go out all the same.
  private static func justification(_ view: OrderView, _ language: Language) -> Field {
    let decision = (try? JSONValue(parsing: view.order.decision)) ?? [:]
    let holds = (decision["violations"]?.elements ?? [])
      .filter { $0["severity"]?.text == Severity.hold.rawValue }
      .compactMap { $0["message"]?[language.rawValue]?.text }
    return Field(
      name: "justification", label: .justification,
      hint: holds.isEmpty ? .justificationHint : .justificationDue(holds.joined(separator: " ")),
      kind: .lines,
      isRequired: !holds.isEmpty, start: view.order.terms.justification ?? "", maxLength: 2000)
  }

  private static func paper(
    _ name: String, _ label: StepText, _ hint: StepText, _ kind: AttachmentKind
  ) -> Field {
    Field(name: name, label: label, hint: hint, kind: .paper(kind), isRequired: false)
  }

  private static func part(_ line: OrderLineRecord, _ language: Language) -> Field {
    let left = line.quantity - line.handedOver
    return Field(
      name: "part.\(line.id.uuidString.lowercased())",
      label: .partOf(product: line.name, left: "\(language.number(left)) \(line.unitOfMeasure)"),
      kind: .quantity(line: line.id, member: "accepted"), start: String(left), maxLength: 7)
  }

  private static func changed(_ line: OrderLineRecord, _ language: Language) -> Field {
    Field(
      name: "quantity.\(line.id.uuidString.lowercased())",
      label: .newQuantity(
        product: line.name, ordered: "\(language.number(line.quantity)) \(line.unitOfMeasure)"),
      hint: .newQuantityHint, kind: .quantity(line: line.id, member: "quantity"),
      start: String(line.quantity),
      maxLength: 7)
  }

  private static func accepted(_ line: OrderLineRecord, _ language: Language) -> Field {
    let ordered = "\(language.number(line.quantity)) \(line.unitOfMeasure)"
    return Field(
      name: "accepted.\(line.id.uuidString.lowercased())",
      label: .acceptedOf(product: line.name, ordered: ordered),
      hint: .acceptedHint, kind: .quantity(line: line.id, member: "accepted"), start: String(line.quantity),
      maxLength: 7)
  }

  /// What stands in the fields at first.
  var startValues: [String: String] {
    Dictionary(uniqueKeysWithValues: fields.filter { !$0.start.isEmpty }.map { (prefix + $0.name, $0.start) })
  }

  /// The body for the transition's shape: blank fields are left out.
  func body(_ form: SentForm) -> JSONValue {
    var members: [JSONMember] = []
    var lines: [JSONValue] = []
    var deposits: [JSONValue] = []
    for field in fields {
      guard let text = form.filled(prefix + field.name) else { continue }
      switch field.kind {
      case .quantity(let line, let member):
        lines.append([
          "lineId": JSONValue(line), member: Shape.integer().reading(TypedMoney.digits(text)),
        ])
      case .money:
        members.append(JSONMember(name: field.name, value: Shape.integer().reading(TypedMoney.digits(text))))
      case .choice(_, .truth):
        members.append(JSONMember(name: field.name, value: Shape.boolean.reading(text)))
      case .choice(_, .number):
        members.append(JSONMember(name: field.name, value: Shape.integer().reading(text)))
      case .paper: break
      case .deposit(let tax): deposits.append(["code": .string(tax.rawValue), "ntpn": .string(text)])
      case .line, .lines:
        let words = form.written(prefix + field.name) ?? text
        members.append(JSONMember(name: field.name, value: .string(words)))
      case .day, .choice: members.append(JSONMember(name: field.name, value: .string(text)))
      }
    }
    if !lines.isEmpty { members.append(JSONMember(name: "lines", value: .array(lines))) }
    if !deposits.isEmpty { members.append(JSONMember(name: "taxDeposits", value: .array(deposits))) }
    return .object(members)
  }

  /// What is wrong, at its field and with the field's name.
  func problem(_ error: FieldError, body: JSONValue, _ language: Language) -> FormState.Problem {
    let name = field(of: error, body: body)
    let field = fields.first { prefix + $0.name == name }
    return FormState.Problem(
      field: name, sentence: field?.told(error, language) ?? language.pick(error.detail),
      label: field.map { language($0.label) })
  }

  /// What a field is called; nil where the form does not have it.
  func label(of name: String, _ language: Language) -> String? {
    fields.first { $0.name == name }.map { language($0.label) }
  }

  /// The field of this form that an error of the body is about; the first where it is about none.
  private func field(of error: FieldError, body: JSONValue) -> String {
    let path = FormState.field(pointer: error.pointer)
    if path.hasPrefix("lines.") {
      let index = Int(path.split(separator: ".").dropFirst().first ?? "") ?? 0
      let lines = body["lines"]?.elements ?? []
      let line = lines.indices.contains(index) ? lines[index]["lineId"]?.text ?? "" : ""
      let known = fields.first { field in
        if case .quantity(let id, _) = field.kind { id.uuidString.lowercased() == line } else { false }
      }
      return prefix + ((known ?? fields.first)?.name ?? path)
    }
    if path.hasPrefix("taxDeposits"), let deposit = fields.first(where: { $0.name.hasPrefix("ntpn.") }) {
      return prefix + deposit.name
    }
    let known = fields.contains { $0.name == path } ? path : fields.first?.name ?? path
    return prefix + known
  }
}

extension StepForm.Field {
  /// What an error says where the codes and numbers of the API would tell a person little.
  fileprivate func told(_ error: FieldError, _ language: Language) -> String? {
    switch kind {
    case .choice(let choices, _):
      error.choose(among: choices.map { Choice(value: $0.value, text: language($0.text)) }, language)
    case .money: error.limit(language) ?? error.digits(language, such: language.money(Rupiah(25_000_000)))
    case .quantity: error.digits(language, such: "12")
    default: nil
    }
  }
}
