import Authentication
package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// A need is prepared, given to a procurement officer, or given up.
package struct TransitionNeed: Sendable {
  private let id: UUID
  private let transition: NeedTransition
  private let body: JSONValue

  package init(_ id: UUID, _ transition: NeedTransition, body: JSONValue) {
    self.id = id
    self.transition = transition
    self.body = body
  }

  /// The body of each transition that a person takes.
  package static func shape(_ transition: NeedTransition) -> Shape {
    switch transition {
    case .prepare:
      .object([
        .required("specification", .description), .required("category", .text(max: 40)),
        .required("quantity", .integer(min: 1, max: 1_000_000)), .required("unitOfMeasure", .text(max: 200)),
        .required("neededOn", .date), .required("deliverTo", OrderInput.placeShape),
        .optional(
          "ownEstimate", .nullable(.integer(min: 1, max: 50_000_000)),
          "HPS, all taxes included; required where neither the package has one nor its ceiling is within the receipt limit."
        ),
        .optional(
          "estimateBasis", .nullable(.note),
          "Where the estimate comes from; required above the receipt limit."),
        .optional("catalogueCheck", .nullable(PackageRow.catalogueCheckShape)),
        .optional(
          "standardPriceCode", .nullable(.text(max: 200)),
          "The standard price (SSH) of the unit; left out, the one of the need's own title is looked for."),
      ])
    case .dispatch: .object([.required("officerId", .uuid, "The procurement officer's user id.")])
    case .cancel, .fail: .object([.required("reason", .note)])
    case .reopen, .reevaluate: .object([.optional("reason", .nullable(.note))])
    default: .object([])
    }
  }

  /// - Throws: `Refusal` in the order of api.md §2.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = [
      NeedRow.lock(id), NeedRow.select(id), officer(on: caller), standardPrice(on: caller), HolidayRow.select,
      NeedPlan.select(need: id),
    ]
    return try await write(lease, reading: reads) { transaction, results in
      guard let need = try results[1].first(NeedRow.self), need.lets(caller.actor, transition) else {
        throw Refusal.notFound
      }
      let standard = try results[3].first(as: (String, Rupiah).self)
      let officers = try results[2].rows(as: (SQLArray<String>, String).self)
      let officer = officers.first { need.unitPath.starts(with: $0.0.elements) } ?? officers.first
      let plan = try results[5].first(NeedPlan.self)
      let errors = refusals(need, officer, standard?.1, plan, caller)
      guard errors.isEmpty else { throw Refusal.invalid(errors) }
      try write.checkPrecondition(version: need.version)
      guard need.allows(transition) else { throw Refusal.wrongState(need.state.rawValue) }
      let to = transition.rule.outcome(from: need.state)
      let fact = NeedFact(
        need: id, position: need.events, transition: transition, from: need.state, to: to,
        reason: body["reason"]?.text,
        detail: detail + (need.office(of: caller.actor, for: transition)?.told ?? []))
      if transition == .fail {
        let offers = try await NeedOffers(need, transaction, caller)
        try offers.requireNoneEligible()
        for statement in offers.disqualifications { transaction.enqueue(statement) }
      }
      let given = try await givenUp(need, transaction, caller)
      transaction.enqueue(update(to, standard, caller))
      let told = consequences(need, caller.observing(try HolidayRow.days(results[4])))
      for statement in fact.insertions(caller) + told + given { transaction.enqueue(statement) }
      let stored = try await transaction.pipeline(NeedView.selects(id))
      guard let view = try NeedView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller.actor)
    }
  }

  /// What is wrong with the meaning of a body whose form has errors too.
  package func refusals(
    _ caller: Caller, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> [FieldError] {
    let results = try await lease.pipeline([
      NeedRow.select(id), officer(on: caller), standardPrice(on: caller), NeedPlan.select(need: id),
    ])
    guard let need = try results[0].first(NeedRow.self), need.lets(caller.actor, transition) else {
      return []
    }
    if transition == .dispatch, body["officerId"]?.uuid == nil { return [] }
    let officers = try results[1].rows(as: (SQLArray<String>, String).self)
    let officer = officers.first { need.unitPath.starts(with: $0.0.elements) } ?? officers.first
    let standard = try results[2].first(as: (String, Rupiah).self)
    return refusals(need, officer, standard?.1, try results[3].first(NeedPlan.self), caller)
  }

  /// The unit path and the person of whoever is to get the need: an active procurement officer whose certificate
  /// is valid today (Perpres 46/2025 Art. 1(18c)).
  private func officer(on caller: Caller) -> SQL {
    """
    SELECT coalesce(n.path, '{}'), u.person FROM app_user u
    JOIN office_holding h ON h.user_id = u.id AND h.role = 'procurement_officer'
    LEFT JOIN unit n ON n.id = CASE WHEN h.at_home THEN u.unit_id ELSE h.unit_id END
    WHERE u.id = \(body["officerId"]?.uuid) AND u.active AND u.certificate_until >= \(caller.today)
      AND \(Office.isInEffect("h", at: caller.now))
    """
  }

  /// The standard price in force that the estimate is compared with: of the code that was sent, or of the
  /// category's item that is called like the need.
  private func standardPrice(on caller: Caller) -> SQL {
    let code = body["standardPriceCode"]?.text
    let named: SQL =
      code.map { "s.code = \($0)" } ?? "lower(s.name) = (SELECT lower(title) FROM need WHERE id = \(id))"
    return """
      SELECT s.code, s.price FROM standard_price s
      WHERE s.category = \(body["category"]?.text) AND \(StandardPriceRow.isInForce("s", on: caller.today)) AND \(named)
      ORDER BY s.code LIMIT 1
      """
  }

  /// What becomes of offers with a need that is given up, or with an order that its vendor did not take.
  private func givenUp(_ need: NeedRow, _ transaction: borrowing Transaction, _ caller: Caller) async throws
    -> [SQL]
  {
    switch transition {
    case .cancel: try await need.withdrawnRequest(transaction, caller)
    case .reevaluate: try await need.offersWithoutTheOrdered(transaction, caller)
    default: []
    }
  }

  /// What else goes with the step: deadlines, and who is told.
  private func consequences(_ need: NeedRow, _ caller: Caller) -> [SQL] {
    switch transition {
    case .dispatch:
      let due = caller.tenant.calendar.deadline(
        workingDays: caller.rulebook.deadlines.officerWorkingDays, after: caller.now)
      return [NeedTimer.officer.start(id, due: due)]
        + (body["officerId"]?.uuid.map {
          [need.notice(.needDispatched, at: caller.now).insertion(to: .user($0))]
        }
          ?? [])
    case .cancel: return [NeedTimer.stopAll(id)]
    case .fail, .reopen:
      let due = caller.tenant.calendar.deadline(
        workingDays: caller.rulebook.deadlines.officerWorkingDays, after: caller.now)
      return [NeedTimer.stopAll(id), NeedTimer.officer.start(id, due: due)] + givenBack(need, caller)
    case .reevaluate:
      let due = caller.tenant.calendar.deadline(
        workingDays: caller.rulebook.deadlines.evaluationWorkingDays, after: caller.now)
      return [NeedTimer.evaluate.start(id, due: due)] + givenBack(need, caller)
    default: return []
    }
  }

  /// The officer hears that the choice is open again, where somebody else opened it.
  private func givenBack(_ need: NeedRow, _ caller: Caller) -> [SQL] {
    guard transition != .fail, let officer = need.officerID, officer != caller.actor.userID else { return [] }
    return [need.notice(.needDispatched, at: caller.now).insertion(to: .user(officer))]
  }

  private func refusals(
    _ need: NeedRow, _ officer: (SQLArray<String>, String)?, _ standardPrice: Rupiah?, _ plan: NeedPlan?,
    _ caller: Caller
  ) -> [FieldError] {
    var errors: [FieldError] = []
    switch transition {
    case .dispatch:
      guard let officer, need.unitPath.starts(with: officer.0.elements), officer.1 != caller.actor.person
      else {
        return [FieldError("/officerId", .notFound)]
      }
    case .prepare:
      if let category = body["category"]?.text, caller.rulebook.categories[category] == nil {
        errors.append(FieldError("/category", .notFound))
      }
      if let error = plan?.refusal(of: body["ownEstimate"]?.int64, caller.rulebook) { errors.append(error) }
      // HPS_NEEDED: above the limit of receipts the estimate needs its grounds (Perpres 16/2018 Art. 26).
      if let estimate = body["ownEstimate"]?.int64, Rupiah(estimate) > caller.rulebook.limits.receiptMaximum,
        body["estimateBasis"]?.text == nil
      {
        errors.append(FieldError("/estimateBasis", .required))
      }
      if let day = body["neededOn"]?.day, day < caller.today {
        errors.append(FieldError("/neededOn", .tooSmall, bound: caller.today.description))
      }
      if body["standardPriceCode"]?.text != nil, standardPrice == nil {
        errors.append(FieldError("/standardPriceCode", .notFound))
      }
      if let error = standardPrice.flatMap({ aboveStandardPrice($0, caller.rulebook) }) {
        errors.append(error)
      }
    default: break
    }
    return errors
  }

  /// `SSH`: an estimate above the standard price, where the province lets that block.
  private func aboveStandardPrice(_ price: Rupiah, _ rulebook: Rulebook) -> FieldError? {
    guard rulebook.limits.standardPriceMode == .block, let estimate = body["ownEstimate"]?.int64,
      let quantity = body["quantity"]?.int64,
      isAbove(price, estimate: Rupiah(estimate), quantity: quantity)
    else { return nil }
    let legal = rulebook.legal(of: .standardPrice)
    return FieldError(
      "/ownEstimate", .custom(ViolationCode.standardPrice.rawValue),
      detail: Bilingual(
        id: "HPS per satuan melebihi standar satuan harga \(price.text(thousands: ".")) (SSH; \(legal)). "
          + "Turunkan HPS, atau sebut kode SSH yang tepat pada standardPriceCode.",
        en:
          "The estimate of one unit exceeds the standard price of \(price.text(thousands: ",")) (SSH; \(legal)). "
          + "Lower the estimate, or name the right standard price in standardPriceCode."))
  }

  private var detail: [JSONMember] {
    switch transition {
    case .prepare: [JSONMember(name: "ownEstimate", value: JSONValue(body["ownEstimate"]?.int64))]
    case .dispatch: [JSONMember(name: "officerId", value: JSONValue(body["officerId"]?.uuid))]
    default: []
    }
  }

  private func update(_ to: NeedState, _ standard: (code: String, price: Rupiah)?, _ caller: Caller) -> SQL {
    var changes: [SQL] = [
      "state = \(to.rawValue)", "updated_at = \(caller.now)", "version = version + 1",
    ]
    switch transition {
    case .prepare:
      let check = body["catalogueCheck"]
      changes.append(
        """
        specification = \(body["specification"]?.text), category = \(body["category"]?.text),
        quantity = \(body["quantity"]?.int64), unit_of_measure = \(body["unitOfMeasure"]?.text),
        needed_on = \(body["neededOn"]?.day), street = \(body["deliverTo"]?["street"]?.text),
        region_code = \(body["deliverTo"]?["regionCode"]?.text), own_estimate = \(body["ownEstimate"]?.int64),
        estimate_basis = \(body["estimateBasis"]?.text), catalogue_result = \(check?["result"]?.text),
        catalogue_reason = \(check?["reason"]?.text), catalogue_evidence = \(check?["evidence"]?.text),
        standard_price_code = \(standard?.code), standard_price = \(standard?.price)
        """)
    case .dispatch: changes.append("officer_id = \(body["officerId"]?.uuid)")
    case .reopen, .reevaluate: changes.append("order_id = NULL")
    default: break
    }
    return "UPDATE need SET \(SQL(joining: changes, separator: ", ")) WHERE id = \(id)"
  }
}
