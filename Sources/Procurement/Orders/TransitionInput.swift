package import EOrderRules
import Foundation
package import StrictJSON

/// The body of a transition; which members it has depends on the transition (api.md §6, Orders).
package enum TransitionInput {
  /// The shape of a transition's body.
  package static func shape(_ transition: OrderTransition) -> Shape {
    let reason: ShapeField =
      transition.rule.reason.isRequired
      ? .required("reason", .note) : .optional("reason", .nullable(.note))
    return .object([reason] + members(transition))
  }

  private static func members(_ transition: OrderTransition) -> [ShapeField] {
    switch transition {
    case .issue, .reissue: [.optional("justification", .nullable(.note))]
    case .startDelivery:
      [.required("deliveryNote", .text(max: 200)), .optional("lines", lines("quantity", min: 1))]
    case .arrive: [.optional("photoId", .nullable(.uuid)), .optional("position", .nullable(.text(max: 200)))]
    case .inspectOk, .inspectReject: [.optional("lines", lines("accepted", min: 0))]
    case .invoice:
      [
        .required("number", .text(max: 100)), .required("date", .date),
        .optional("taxInvoiceNumber", .nullable(.text(.taxInvoiceNumber))),
      ]
    case .requestPayment:
      [.optional("reference", .nullable(.text(max: 100)))] + papers(PaymentPapers.ofRequest)
    case .approvePayment: papers(PaymentPapers.ofApproval)
    case .confirmPaid:
      [
        .required("reference", .text(max: 100)), .required("paidOn", .date),
        .required("amount", .integer(min: 0)),
        .optional("taxDeposits", .nullable(.array(of: deposit, max: 20))),
        .optional(
          "penaltyReference", .nullable(.text(max: 100)), "The slip with which the penalty was deposited."),
      ] + papers(PaymentPapers.ofPayment)
    case .partialHandover: [.optional("lines", lines("accepted", min: 0))]
    case .amend:
      [
        .optional("lines", .nullable(changedLines)),
        .optional("deliverBy", .nullable(.date), "More time to deliver, also over the year's end."),
      ]
    case .answerAmendment: [.required("accept", .boolean)]
    case .openDispute:
      [
        .optional("amount", .nullable(.integer(min: 1, max: 50_000_000))),
        .optional("subject", .nullable(.oneOf(ComplaintSubject.self)), "What the complaint is about."),
      ]
    case .answerDispute: [.required("text", .note)]
    case .closeDispute:
      [
        .required("outcome", .oneOf(DisputeOutcome.self)),
        .optional("amount", .nullable(.integer(min: 0, max: 50_000_000))), .required("text", .note),
      ]
    case .hold: [.optional("flagId", .nullable(.uuid))]
    case .rate: [.required("stars", .integer(min: 1, max: 5)), .optional("text", .nullable(.note))]
    default: []
    }
  }

  /// What no shape can say: members that depend on each other.
  /// - Throws: 422.
  static func check(_ transition: OrderTransition, _ body: JSONValue) throws {
    if transition == .amend, body["lines"]?.elements == nil, body["deliverBy"]?.text == nil {
      throw Refusal.invalid([FieldError("/lines", .required)])
    }
    guard transition == .closeDispute, body["outcome"]?.text == DisputeOutcome.part.rawValue,
      body["amount"]?.int64 == nil
    else { return }
    throw Refusal.invalid([FieldError("/amount", .required)])
  }

  private static func papers(_ names: [String]) -> [ShapeField] {
    names.map { .optional($0, .nullable(.text(max: 100))) }
  }

  private static let changedLines = Shape.array(
    of: .object([.required("lineId", .uuid), .required("quantity", .integer(min: 0, max: 1_000_000))]),
    min: 1, max: 60)

  private static func lines(_ member: String, min: Int64) -> Shape {
    .nullable(
      .array(
        of: .object([.required("lineId", .uuid), .required(member, .integer(min: min, max: 1_000_000))]),
        min: 1, max: 60))
  }

  /// What was deposited: a tax of the decision by its code, or an account of the state's revenue (KAP) with or without its
  /// kind of deposit (KJS).
  static let depositCode = TextFormat(
    "taxDeposit", example: TaxCode.ppn.rawValue,
    .choice(
      TaxCode.allCases.map { .literal($0.rawValue) } + [
        .digits(6), .sequence([.digits(6), .literal("-"), .digits(3)]),
      ]))

  private static let deposit = Shape.object([
    .required("code", .text(depositCode), "A tax of the order's decision, or `KAP` or `KAP-KJS`."),
    .required("ntpn", .text(max: 40)),
  ])
}

extension ReasonRule {
  fileprivate var isRequired: Bool {
    if case .required = self { true } else { false }
  }
}
