import Authentication
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Testing

@testable import Procurement
@testable import Tenancy

/// One order to which random people do random things at random times.
struct OrderLife {
  private static let steps = 30
  private static let cap: Int64 = 50_000_000
  /// What leads on from each state, so that lives get somewhere.
  private static let onwards: [OrderState: OrderTransition] = [
    .draft: .submit, .submitted: .issue, .issued: .accept, .accepted: .startDelivery, .inFulfilment: .arrive,
    .delivered: .inspectOk, .handedOver: .invoice, .invoiced: .verify, .verifiedForPayment: .requestPayment,
    .paymentRequested: .approvePayment, .paymentApproved: .confirmPaid, .paid: .rate, .expired: .reissue,
    .declined: .reissue,
  ]

  let world: OrderWorld
  let id: UUID
  /// Which order of which world, for whoever has to find it again.
  let name: String
  private var now: Date
  private var random: SeededRandom
  private var story: [String] = []
  /// Accepted and refused steps by transition.
  private(set) var tally: [String: Int] = [:]
  private(set) var ended = ""

  private var lease: MigratorConnection { _read { yield world.province.lease } }

  /// Nil where the rules let nobody place the order.
  init?(in world: OrderWorld, name: String, at start: Date, seed: UInt64) async throws {
    self.world = world
    self.name = name
    random = SeededRandom(seed: seed)
    now = start
    let officer = world.people.filter { $0.actor.roles.contains(.procurementOfficer) }
      .filter { $0.actor.unitPath.first == "U" }.randomElement(using: &random)!
    let body = Self.order(world, &random, world.province.tenant.today(start))
    do {
      let caller = Caller(tenant: world.province.tenant, actor: officer.actor, now: start)
      let answer = try await PlaceOrder(body: body)(caller, Write(), world.province.lease)
      id = try #require(try answer.json["id"]?.uuid)
    } catch is Refusal {
      return nil
    }
  }

  private static func order(_ world: OrderWorld, _ random: inout SeededRandom, _ today: Day) -> JSONValue {
    let package = world.plan.randomElement(using: &random)!
    let stall = world.stalls.randomElement(using: &random)!
    let products = stall.products.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random))
    return [
      "packageId": JSONValue(package.id), "budgetLineId": JSONValue(package.line),
      "vendorId": JSONValue(stall.vendor),
      "lines": .array(
        products.map {
          ["productId": JSONValue($0), "quantity": .integer(Int64.random(in: 1...8, using: &random))]
        }),
      "deliverTo": ["street": "Jalan Kantor 1", "regionCode": "13.71"],
      "deliverBy": JSONValue(today.adding(days: Int.random(in: 2...40, using: &random))),
      "paymentMode": .string(["UP", "LS", "KKPD"].randomElement(using: &random)!),
      "comparedPrices": [
        ["source": "Pasar", "unitPrice": 50_000], ["source": "Toko lain", "unitPrice": 52_000],
      ],
      "submit": .bool(random.chance(50)),
    ]
  }

  /// - Returns: what does not hold, with the order's story; empty where everything does.
  mutating func run() async throws -> [String] {
    var before = try await OrderSnapshot.read(id, world.province)
    var faults = before.faults(cap: Self.cap)
    for _ in 0..<Self.steps where faults.isEmpty {
      if try await passTime() {
        before = try await OrderSnapshot.read(id, world.province)
        faults += before.faults(cap: Self.cap)
      }
      faults += try await step(&before)
      if before.state.isFinal, random.chance(40) { break }
    }
    ended = before.state.rawValue
    return faults.map { "\(name): \($0)\n  " + story.joined(separator: "\n  ") }
  }

  /// - Returns: whether the service looked what is due.
  private mutating func passTime() async throws -> Bool {
    let longest: [Double] = [60, 3600, 20_000, 20_000, 90_000, 400_000, 1_300_000]
    now += Double.random(in: 1...longest.randomElement(using: &random)!, using: &random).rounded()
    guard random.chance(50) else { return false }
    _ = try await DueTimers(world.province.tenant, at: now).run(lease)
    story.append("\(now) timers")
    return true
  }

  private mutating func step(_ known: inout OrderSnapshot) async throws -> [String] {
    let before = known
    let (transition, actor) = choice(before)
    var bodies = RandomBody(snapshot: before, today: world.province.tenant.today(now), random: random)
    let body = bodies.of(transition)
    random = bodies.random
    let shape = TransitionInput.shape(transition).faults(body)
    if !shape.isEmpty { return ["the body of \(transition) is no body: \(shape)"] }
    let roles = actor.roles.map(\.rawValue).sorted().joined(separator: "+")
    story.append("\(now) \(transition.rawValue) by \(roles) in \(before.state.rawValue)")
    let caller = Caller(tenant: world.province.tenant, actor: actor, now: now)
    let outcome: String
    var refusal: Refusal?
    var answer: Answer?
    do {
      answer = try await TransitionOrder(id, transition, body: body)(caller, Write(), lease)
      outcome = "done"
    } catch let refused as Refusal {
      refusal = refused
      outcome = "refused"
    } catch let error as PostgresError where error.constraint?.contains("payment_reference") == true {
      outcome = "refused"
    }
    story[story.count - 1] += ": \(outcome) \(refusal.map { "\($0)".prefix(60) } ?? "")"
    tally["\(transition.rawValue) \(outcome)", default: 0] += 1
    let after = try await OrderSnapshot.read(id, world.province)
    known = after
    var faults = after.faults(cap: Self.cap)
    if let answer {
      faults += try done(transition, actor, answer, before, after)
    } else if after.digest != before.digest {
      faults.append("a refused \(transition.rawValue) has changed something")
    }
    if case .wrongState(let state) = refusal { faults += wrongly(transition, state, before) }
    return faults
  }

  /// Half of the time what leads on, by somebody who may; else anything by anybody.
  private mutating func choice(_ before: OrderSnapshot) -> (OrderTransition, Actor) {
    let all = OrderTransition.allCases.filter { $0 != .create && $0 != .expire }
    let open = all.filter { $0.leads(from: before.state) }
    var transition = all.randomElement(using: &random)!
    if random.chance(80), let other = open.randomElement(using: &random) { transition = other }
    if random.chance(60), let next = Self.onwards[before.state] { transition = next }
    let pending = all.filter { $0.answers.map(before.view.overlays.kinds.contains) == true }
    if random.chance(40), let answer = pending.randomElement(using: &random) { transition = answer }
    let able = world.people.filter { before.order.lets($0.actor, transition) }
    let chosen = random.chance(85) ? able.randomElement(using: &random) : nil
    return (transition, (chosen ?? world.people.randomElement(using: &random)!).actor)
  }

  /// Who was let do it was in the machine's table, and one version further on.
  private func done(
    _ transition: OrderTransition, _ actor: Actor, _ answer: Answer, _ before: OrderSnapshot,
    _ after: OrderSnapshot
  ) throws -> [String] {
    var faults: [String] = []
    if !before.order.lets(actor, transition) { faults.append("\(transition) by somebody who may not") }
    let conflict = before.order.duties.conflict(
      performing: transition, person: actor.person, kpaAsPPK: before.order.kpaAsPPK)
    if let conflict { faults.append("\(transition) in spite of \(conflict)") }
    if let overlay = transition.blocked(by: before.view.overlays.kinds) {
      faults.append("\(transition) under \(overlay)")
    }
    if after.order.version != before.order.version + 1 { faults.append("version \(after.order.version)") }
    if after.events.count != before.events.count + 1 { faults.append("\(after.events.count) events") }
    if answer.etag != "v\(after.order.version)" { faults.append("tag \(answer.etag ?? "none")") }
    let state = try answer.json["state"]?.text
    // What the caller may not see any more is not told.
    if let state, state != after.state.rawValue { faults.append("the answer says \(state)") }
    return faults
  }

  private func wrongly(_ transition: OrderTransition, _ state: String, _ before: OrderSnapshot) -> [String] {
    let hasExpired = state == OrderState.expired.rawValue && before.state == .issued
    if !hasExpired, state != before.state.rawValue { return ["wrong_state names \(state)"] }
    let isOpen = transition.leads(from: before.state)
    let hasAnswer = transition.answers.map(before.view.overlays.kinds.contains) != false
    return isOpen && hasAnswer && !hasExpired
      ? ["\(transition) is refused in \(state), from which it leads"] : []
  }
}
