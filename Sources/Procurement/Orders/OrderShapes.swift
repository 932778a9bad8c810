import Authentication
import EOrderRules
package import StrictJSON

/// What the API answers about orders.
package enum OrderShapes {
  private static let amount = Shape.integer()

  private static let totals = Shape.component(
    "OrderTotals",
    .object(
      ["priceExVat", "vatBase", "vat", "vatCollected", "gross", "withheld", "netToVendor"].map {
        .required($0, amount)
      }))

  private static let violation = Shape.component(
    "Violation",
    .object([
      .required("code", .text(max: 50)), .required("severity", .oneOf(Severity.self)),
      .required("legal", .text(min: 0, max: 500)),
      .required("message", .object([.required("id", .text(max: 1000)), .required("en", .text(max: 1000))])),
      .optional("remedy", .object([.required("id", .text(max: 1000)), .required("en", .text(max: 1000))])),
      .required("explanation", .any),
    ]))

  private static let tax = Shape.component(
    "TaxLine",
    .object([
      .required("code", .oneOf(["PPN", "PPH22", "PPH23", "PPH21", "PPH_FINAL"])),
      .required("rule", .text(max: 200)), .required("legal", .text(min: 0, max: 500)),
      .required("base", amount),
      .required("amount", amount),
      .required("collectedBy", .oneOf(["treasurer", "platform", "vendor", "none"])),
      .required("lines", .array(of: .text(max: 100))),
      .optional("shared", sharedTax, "Where it was reckoned together with other payments of the day."),
    ]))

  private static let sharedTax = Shape.object([
    .required("orders", .array(of: .text(max: 100))), .required("base", amount), .required("amount", amount),
    .required("taken", amount, "Of that, what was taken out of the others."),
  ])

  /// The decision of api.md §5.
  package static let decision = Shape.component(
    "Decision",
    .object([
      .required("allowed", .boolean), .required("rulesVersion", .text(max: 50)),
      .required("evidenceForm", .nullable(.oneOf(EvidenceForm.self))),
      .required("violations", .array(of: violation)), .required("totals", totals),
      .required("taxes", .array(of: tax)),
    ]))

  private static let line = Shape.component(
    "OrderLine",
    .object([
      .required("id", .uuid), .required("productId", .uuid), .required("name", .name),
      .required("unitOfMeasure", .text(max: 200)), .required("unitPrice", amount),
      .required("priceIncludesVat", .boolean), .required("taxClass", .oneOf(TaxClass.self)),
      .required("quantity", amount), .required("accepted", .nullable(amount)),
      .required("priceExVat", amount),
      .required("vatBase", amount), .required("vat", amount), .required("gross", amount),
    ]))

  private static let timer = Shape.component(
    "OrderTimer",
    .object([
      .required("kind", .oneOf(OrderTimer.self)), .required("dueAt", .dateTime),
      .required("zone", .text(max: 4), "WIB, WITA or WIT."),
      .required("localDueAt", .text(max: 25), "`dueAt` by the province's clocks, with their offset."),
      .required("paused", .boolean),
    ]))

  private static let event = Shape.component(
    "OrderEvent",
    .object([
      .required("at", .dateTime), .required("by", .name), .required("role", .text(max: 50)),
      .required("transition", .oneOf(OrderTransition.self)),
      .required("from", .nullable(.oneOf(OrderState.self))),
      .required("to", .oneOf(OrderState.self)), .required("reason", .nullable(.note)),
      .required("office", Office.recordShape, "In which office an official took the step."),
      .optional("withoutPhoto", .boolean, "True where the vendor said so without a photo."),
    ]))

  /// A paper of an order.
  package static let attachment = Shape.component(
    "OrderAttachment",
    .object([
      .required("id", .uuid), .required("kind", .oneOf(AttachmentKind.self)),
      .required("sha256", .text(max: 64)),
      .required("size", amount), .required("mediaType", .text(max: 50)), .required("createdAt", .dateTime),
    ]))

  private static let document = Shape.component(
    "OrderDocument",
    .object([
      .required("kind", .text(max: 50)), .required("url", .text(max: 500)),
      .required("sha256", .text(max: 64)),
      .required("createdAt", .dateTime), .required("signers", .array(of: .name)),
    ]))

  private static let overlay = Shape.component(
    "OrderOverlay",
    .object([
      .required("kind", .oneOf(["hold", "dispute_open", "amendment_pending"])), .required("by", .name),
      .required("at", .dateTime), .required("until", .nullable(.dateTime)),
      .required("reason", .nullable(.note)),
      .required("detail", .any, "What was proposed or claimed, and answered."),
    ]))

  private static let rating = Shape.component(
    "OrderRating",
    .object([
      .required("side", .oneOf(OrderSide.self)), .required("stars", .integer(min: 1, max: 5)),
      .required("text", .nullable(.note)), .required("at", .dateTime),
    ]))

  private static let invoice = Shape.object([
    .required("number", .text(max: 100)), .required("date", .date),
    .required("taxInvoiceNumber", .nullable(.text(max: 17))),
  ])

  private static let payment = Shape.object([
    .required("reference", .text(max: 100)), .required("paidOn", .date),
    .required("amount", .nullable(amount)), .required("penalty", amount),
    .required("transferred", .nullable(amount)), .required("penaltyReference", .nullable(.text(max: 100))),
  ])

  private static let penalty = Shape.component(
    "LatePenalty",
    .object([
      .required("days", amount), .required("base", amount), .required("rate", .text(max: 50)),
      .required("amount", amount), .required("rule", .text(max: 200)), .required("legal", .text(max: 500)),
    ]))

  private static let stamp = Shape.component(
    "StampDuty",
    .object([
      .required("amount", amount), .required("paper", .oneOf(["receipt"])), .required("on", amount),
      .required("rule", .text(max: 200)), .required("legal", .text(max: 500)),
    ]))

  private static let taxDeposit = Shape.component(
    "TaxDeposit",
    .object([
      .required("code", .text(max: 20)), .required("amount", amount),
      .required("by", .oneOf(["treasurer", "platform"])), .required("depositBy", .date),
      .required("reportBy", .date), .required("legal", .text(max: 500)),
    ]))

  private static let due = Shape.component(
    "OrderDue",
    .object(["gross", "netToVendor", "penalty", "transfer"].map { .required($0, amount) }))

  private static let checklist = Shape.component(
    "OrderChecklist",
    .object([
      .required("evidenceForm", .nullable(.oneOf(EvidenceForm.self))),
      .required(
        "papers",
        .array(
          of: .object([.required("paper", .oneOf(SupportingPaper.self)), .required("present", .boolean)]))),
      .required("missing", .array(of: .oneOf(SupportingPaper.self))),
    ]))

  private static let part = Shape.component(
    "OrderPart",
    .object([
      .required("id", .uuid), .required("part", .integer(min: 1)),
      .required("state", .oneOf(OrderState.self)),
      .required("apart", .boolean, "Whether the part is paid by itself."), .required("deliverBy", .date),
      .required("arrivedOn", .date), .required("handedOverAt", .dateTime),
      .required(
        "lines", .array(of: .object([.required("lineId", .uuid), .required("accepted", amount)]))),
      .required("totals", totals), .required("taxes", .array(of: tax)),
      .required("penalty", .nullable(penalty)),
      .required("stampDuty", .nullable(stamp)), .required("deposits", .array(of: taxDeposit)),
      .required("invoice", .nullable(invoice)), .required("payment", .nullable(payment)),
      .required("paymentPapers", .any), .required("dueAt", .nullable(.dateTime)),
      .required("allowedTransitions", .array(of: .oneOf(OrderTransition.self))),
    ]))

  private static let money: [ShapeField] = [
    .required("parts", .array(of: part)), .required("due", due, "What the order's own payment comes to."),
    .required("penalty", .nullable(penalty)), .required("stampDuty", .nullable(stamp)),
    .required("deposits", .array(of: taxDeposit)), .required("paymentPapers", .any),
    .required(
      "checklist", checklist,
      "The papers that the value asks for; what is missing informs, or stops the verification (`payment.papers`)."
    ),
  ]

  private static let identity: [ShapeField] = [
    .required("id", .uuid), .required("number", .nullable(.text(max: 200))),
    .required("state", .oneOf(OrderState.self)), .required("packageId", .uuid),
    .required("needId", .nullable(.uuid)), .required("unitId", .uuid), .required("vendorId", .uuid),
    .required("vendorState", .nullable(.oneOf(VendorState.self)), "As it stands now; for officials."),
    .required("bankAccountChangedAt", .nullable(.dateTime)),
    .required("bankCoolingUntil", .nullable(.dateTime)),
    .required("vendorName", .name), .required("budgetLineId", .uuid),
    .required("commitmentOfficerId", .nullable(.uuid)),
  ]

  private static let terms: [ShapeField] = [
    .required("deliverTo", OrderInput.placeShape), .required("deliverBy", .date),
    .required("paymentMode", .oneOf(PaymentMode.self)), .required("note", .nullable(.note)),
    .required("justification", .nullable(.note)),
    .required("catalogueCheck", .nullable(PackageRow.catalogueCheckShape)),
    .required("comparedPrices", .array(of: OrderInput.comparedPriceShape)),
  ]

  private static let content: [ShapeField] = [
    .required("lines", .array(of: line)), .required("totals", totals), .required("decision", decision),
    .required("invoice", .nullable(invoice)), .required("payment", .nullable(payment)),
    .required("timers", .array(of: timer)), .required("history", .array(of: event)),
    .required("documents", .array(of: document)), .required("attachments", .array(of: attachment)),
    .required("overlays", .array(of: overlay)), .required("ratings", .array(of: rating)),
    .required("allowedTransitions", .array(of: .oneOf(OrderTransition.self))),
    .required("ocid", .text(max: 200)), .required("createdAt", .dateTime),
    .required("version", .integer(min: 1)),
  ]

  /// One order.
  package static let order = Shape.component("Order", .object(identity + terms + content + money))
}

/// What kind of paper is attached to an order.
package enum AttachmentKind: String, Sendable, CaseIterable {
  case deliveryNote = "delivery_note"
  case photo, invoice
  case taxInvoice = "tax_invoice"
  case receipt, attendance, evidence, other
}
