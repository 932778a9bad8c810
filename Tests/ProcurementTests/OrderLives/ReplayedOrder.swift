import EOrderRules
import StrictJSON

/// One row of an order's history with the person behind it.
struct StoredEvent {
  let transition: String
  let from: String?
  let to: String
  let role: String
  let person: String
  let reason: String?
  let detail: JSONValue
}

/// What the history alone says of an order, told again by the table of domain.md §7.4 and not by the product's code.
struct ReplayedOrder {
  /// transition, states from which it leads, the state after it (`=`: the same), whether a reason is due.
  private static let machine: [(String, [String], String, Bool)] = [
    ("submit", ["draft"], "submitted", false), ("discard", ["draft"], "cancelled", false),
    ("return", ["submitted"], "draft", true), ("reject", ["submitted"], "rejected", true),
    ("issue", ["submitted"], "issued", false), ("withdraw", ["issued"], "cancelled", true),
    ("accept", ["issued"], "accepted", false), ("decline", ["issued"], "declined", true),
    ("expire", ["issued"], "expired", false), ("reissue", ["expired", "declined"], "issued", false),
    ("start-delivery", ["accepted"], "in_fulfilment", false),
    ("arrive", ["in_fulfilment"], "delivered", false), ("inspect-ok", ["delivered"], "handed_over", false),
    ("inspect-reject", ["delivered"], "in_fulfilment", true),
    ("partial-handover", ["in_fulfilment", "delivered"], "in_fulfilment", false),
    ("invoice", ["handed_over"], "invoiced", false),
    ("verify", ["invoiced"], "verified_for_payment", false), ("query", ["invoiced"], "handed_over", true),
    ("request-payment", ["verified_for_payment"], "payment_requested", false),
    ("approve-payment", ["payment_requested"], "payment_approved", false),
    ("confirm-paid", ["payment_approved"], "paid", false), ("close", ["paid"], "closed", false),
    ("amend", ["accepted", "in_fulfilment"], "=", true),
    ("answer-amendment", ["accepted", "in_fulfilment"], "=", false),
    ("cancel-mutual", ["accepted"], "=", false),
    ("terminate", ["accepted", "in_fulfilment", "delivered"], "=", true),
    ("open-dispute", contracted, "=", true), ("answer-dispute", contracted, "=", false),
    ("close-dispute", contracted, "=", false),
    ("hold", before, "=", true), ("release", before, "=", false), ("rate", ["paid", "closed"], "=", false),
  ]
  private static let unfinished = ["accepted", "in_fulfilment", "delivered"]
  /// What was verified for another amount is verified anew.
  private static let verified = ["verified_for_payment", "payment_requested", "payment_approved"]
  private static let contracted =
    unfinished + [
      "handed_over", "invoiced", "verified_for_payment", "payment_requested", "payment_approved", "paid",
    ]
  private static let before =
    ["draft", "submitted", "issued"] + unfinished + ["handed_over", "invoiced", "verified_for_payment"]
  static let ends = ["closed", "rejected", "cancelled", "terminated"]

  private(set) var state: String?
  private(set) var duties = OrderDuties()
  private(set) var overlays: Set<OrderOverlay> = []
  /// What the history breaks, in words.
  private(set) var faults: [String] = []
  private var proposedBy: Bool?
  private var hasNotice = false
  /// Whether a dispute found that only a part is due.
  private var hasFinding = false

  init(_ events: [StoredEvent]) {
    for event in events { take(event) }
  }

  private mutating func take(_ event: StoredEvent) {
    if event.from != state { faults.append("\(event.transition) leaves \(event.from ?? "nothing")") }
    if event.transition == "create" {
      if state != nil || event.to != "draft" { faults.append("created twice, or as \(event.to)") }
      state = event.to
      duties.createdBy = event.person
      return
    }
    guard let row = Self.machine.first(where: { $0.0 == event.transition }), let from = state else {
      faults.append("no such transition: \(event.transition)")
      return
    }
    if !row.1.contains(from) { faults.append("\(event.transition) from \(from)") }
    if row.3, event.reason == nil { faults.append("\(event.transition) without a reason") }
    let to = outcome(event, row.2 == "=" ? from : row.2, from)
    if to != event.to { faults.append("\(event.transition) ends in \(event.to), not \(to)") }
    if Self.ends.contains(from), to != from { faults.append("\(from) is no end") }
    change(event, to)
    state = to
  }

  /// The state after an event whose outcome depends on who did it, or on what was proposed before.
  private mutating func outcome(_ event: StoredEvent, _ to: String, _ from: String) -> String {
    let isVendor = event.role.hasPrefix("vendor")
    switch event.transition {
    case "inspect-ok": return event.role == "commitment_officer" ? to : from
    case "cancel-mutual":
      if let proposedBy, proposedBy != isVendor { return "cancelled" }
      proposedBy = proposedBy ?? isVendor
      overlays.insert(.cancelProposed)
      return from
    case "terminate":
      defer { hasNotice = true }
      return hasNotice ? "terminated" : from
    case "close-dispute":
      let outcome = event.detail["outcome"]?.text
      let liftsFinding = outcome == "pay" && hasFinding && from != "paid"
      hasFinding = (hasFinding || outcome == "part") && !liftsFinding
      switch outcome {
      case "redo" where from == "delivered": return "in_fulfilment"
      case "end" where Self.unfinished.contains(from): return "terminated"
      case "part" where Self.verified.contains(from): return "invoiced"
      case "pay" where liftsFinding && Self.verified.contains(from): return "invoiced"
      default: return from
      }
    default: return to
    }
  }

  private mutating func list(_ person: String?, among list: WritableKeyPath<OrderDuties, [String]>) {
    guard let person, !duties[keyPath: list].contains(person) else { return }
    duties[keyPath: list].append(person)
  }

  private mutating func change(_ event: StoredEvent, _ to: String) {
    switch event.transition {
    case "submit":
      duties.submittedBy = event.person
      list(event.person, among: \.submitters)
    case "return": duties.submittedBy = nil
    case "issue", "reissue":
      duties.issuedBy = event.person
      list(event.person, among: \.issuers)
    case "partial-handover":
      duties.inspectedBy = event.person
      list(event.person, among: \.inspectors)
    case "inspect-ok" where to == "handed_over":
      duties.inspectedBy = event.person
      list(event.person, among: \.inspectors)
    case "request-payment":
      duties.requestedBy = event.person
      list(event.person, among: \.payers)
      list(event.person, among: \.requesters)
    case "approve-payment":
      duties.approvedBy = event.person
      list(event.person, among: \.approvers)
    case "confirm-paid":
      duties.paidBy = event.person
      list(event.person, among: \.payers)
    case "hold": overlays.insert(.hold)
    case "release": overlays.remove(.hold)
    case "amend": overlays.insert(.amendmentPending)
    // What has arrived is not amended any more.
    case "answer-amendment", "arrive": overlays.remove(.amendmentPending)
    case "open-dispute": overlays.insert(.disputeOpen)
    case "close-dispute":
      overlays.remove(.disputeOpen)
      if to == "invoiced", event.from != to { (duties.requestedBy, duties.approvedBy) = (nil, nil) }
    case "start-delivery":
      overlays.remove(.cancelProposed)
      proposedBy = nil
    default: break
    }
    if Self.ends.contains(to) { overlays = [] }
  }
}
