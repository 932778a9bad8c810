import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// A procurement officer writes an order: products, terms, and what the rules say of it before it is submitted.
///
/// Nothing is stored until it is saved or submitted; until then every sending shows the form again with what was
/// typed and the decision about it.
struct NewOrder {
  /// Which button of the form was pressed.
  enum Wish: String {
    case find, check, save, submit

    /// Whether it stores nothing.
    var isRead: Bool { self == .find || self == .check }
  }

  static let wishField = "do"

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    try checkRole()
    guard let source = try await OrderingSources(page).asked() else {
      return try await OrderingSources(page).choice()
    }
    if let written = WrittenOrder.form(page) {
      let wish = written.filled(Self.wishField).flatMap(Wish.init) ?? .find
      return try await NewOrder(page.with(written)).reply(
        source, wish.isRead ? wish : .check, isAddress: true)
    }
    let shelf = OrderingShelf(page: page)
    let lines = [try await shelf.asked()].compactMap(\.self)
    let found = try await shelf.found(words: nil, category: source.category, lines)
    var state = page.newForm(source.start)
    state.values[OrderingForm.categoryField] = source.category ?? ""
    return reply(source, state, lines, found, nil, refusal: nil, status: 200)
  }

  func act() async throws -> PageReply {
    try checkRole()
    guard let source = try await OrderingSources(page).asked() else { throw Problem.notFound }
    let wish = page.form.filled(Self.wishField).flatMap(Wish.init) ?? .find
    if wish.isRead, let url = WrittenOrder.url(["orders", "new"], source.query, page.form) {
      return .redirect(url.text)
    }
    return try await reply(source, wish, isAddress: false)
  }

  /// The form with what was written and what the rules say of it.
  /// - Parameter isAddress: whether all of it stands in the address, so that nothing was refused.
  private func reply(_ source: OrderingSource, _ wish: Wish, isAddress: Bool) async throws -> PageReply {
    let shelf = OrderingShelf(page: page)
    let (lines, strangers) = try await shelf.lines()
    let form = OrderingForm(page, modes)
    let body = form.body(page.form, lines, source, submits: wish == .submit)
    var outcome = Outcome(problems: strangers)
    if wish == .save || wish == .submit, strangers.isEmpty {
      do throws(any Error) {
        let answer = try await page.carryOut("placeOrder", [:], body)
        if let id = try JSONValue(parsing: answer.body)["id"]?.uuid {
          return .redirect(OrderPage.url(id, done: wish == .submit ? .submit : .create).text)
        }
      } catch let refusal as Procurement.Refusal {
        try outcome.take(refusal, form, lines, source, page)
      }
    }
    if outcome.decision == nil { try await preview(body, wish, form, lines, source, &outcome) }
    let found = try await shelf.found(
      words: page.form.filled(OrderingForm.wordsField),
      category: page.form.filled(OrderingForm.categoryField),
      lines)
    var state = page.newForm(page.form.texts)
    state.problems = outcome.problems
    return reply(
      source, state, lines, found, outcome.decision, refusal: outcome.message,
      status: isAddress ? 200 : outcome.status)
  }

  /// What came of a sending.
  private struct Outcome {
    var problems: [FormState.Problem] = []
    var decision: JSONValue?
    var message: String?
    var status = 200

    mutating func take(
      _ refusal: Procurement.Refusal, _ form: OrderingForm, _ lines: [OrderingLine], _ source: OrderingSource,
      _ page: PageCall
    ) throws {
      switch refusal {
      case .invalid(let errors):
        problems += form.problems(errors, lines, source)
        status = 422
      case .rulesViolated(let refused):
        decision = JSONValue(rule: refused.tree)
        message = page.language(OrderingText.blocked)
        status = 422
      default:
        let refused = try page.refused(refusal, form.form(source))
        (status, message) = (refused.status, refused.message)
      }
    }
  }

  /// The decision about what is filled in so far; while somebody still chooses products, what is missing is not held
  /// against the form.
  private func preview(
    _ body: JSONValue, _ wish: Wish, _ form: OrderingForm, _ lines: [OrderingLine], _ source: OrderingSource,
    _ outcome: inout Outcome
  ) async throws {
    guard outcome.status == 200 || outcome.problems.isEmpty else { return }
    do throws(any Error) {
      let answer = try await page.carryOut("previewOrder", [:], body)
      outcome.decision = try JSONValue(parsing: answer.body)
    } catch let refusal as Procurement.Refusal {
      guard wish != .find else { return }
      try outcome.take(refusal, form, lines, source, page)
    }
  }

  private func reply(
    _ source: OrderingSource, _ state: FormState, _ lines: [OrderingLine], _ found: [CatalogueItem],
    _ decision: JSONValue?, refusal: String?, status: Int
  ) -> PageReply {
    let content = NewOrderPage(
      state: state,
      form: OrderingForm(page, modes, region: state.value(OrderingForm.regionField)), source: source,
      lines: lines,
      found: found, categories: OrderingShelf(page: page).categories, decision: decision,
      national: page.services.national, refusal: refusal)
    return .page(page.language(OrderingText.title), content, status: status)
  }

  private func checkRole() throws {
    guard try page.actor.roles.contains(.procurementOfficer) else { throw Problem.forbidden }
  }

  private var modes: [PaymentMode] {
    let allowed = page.call.tenant?.rulebook.payment.modes ?? []
    return PaymentMode.allCases.filter(allowed.contains)
  }
}
