import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// One order as it goes through its year.
struct YearLife: Sendable {
  enum Deed: Sendable {
    case need, prepare, giveUp, dispatch, choose, place
    case step(YearAct)
  }

  let story: YearStory
  private(set) var next: Date?
  private(set) var order: UUID?
  private var deeds: [Deed]
  private var cursor = 0
  private var random: YearRandom
  private var times: YearRandom
  private var need: UUID?
  private var basket: YearMarket.Basket?
  /// The order as it was answered last.
  private var last: [UInt8] = []

  init(_ story: YearStory, _ frame: YearFrame) {
    self.story = story
    random = YearRandom(frame.seed, frame.slug, "order", "\(story.number)")
    times = YearRandom(frame.seed, frame.slug, "time", story.timeKey ?? "\(story.number)")
    deeds =
      story.isGivenUp
      ? [.need, .prepare, .giveUp]
      : (story.hasNeed ? [.need, .prepare, .dispatch, .choose] : [.place])
        + story.course.acts.map { .step($0) }
    next = story.start
  }

  /// Does what is due and finds out when to go on.
  /// - Returns: the code of a refusal that nobody had planned; the order stays where it is then.
  mutating func goOn(_ scene: YearScene, _ seats: YearSeats) async throws -> String? {
    guard let now = next, cursor < deeds.count else { return nil }
    let deed = deeds[cursor]
    cursor += 1
    var refused: String?
    do {
      try await perform(deed, scene, seats, at: now)
    } catch let refusal as Procurement.Refusal {
      refused = "\(deed.name) \(refusal.short)"
      // What need not have happened is passed over; else the order stays where it is.
      if !deed.isOptional { cursor = deeds.count }
    }
    next = cursor < deeds.count ? when(deeds[cursor], after: now, scene) : nil
    return refused
  }

  private mutating func when(_ deed: Deed, after now: Date, _ scene: YearScene) -> Date {
    let hours = scene.frame.seasons
    return switch deed {
    case .need, .place: hours.after(now, .hours(0...2), .officer, &times)
    case .prepare: hours.after(now, .hours(1...20), .commitment, &times)
    case .dispatch: hours.after(now, .hours(0...3), .commitment, &times)
    case .giveUp: hours.after(now, .days(1...9), .commitment, &times)
    case .choose: hours.after(now, .days(0...2), .officer, &times)
    case .step(let act): hours.after(now, act.wait, act.seat, &times)
    }
  }

  private mutating func perform(
    _ deed: Deed, _ scene: YearScene, _ seats: YearSeats, at now: Date
  ) async throws {
    let (officer, commitment) = (seats.actor(.officer, story), seats.commitment(story))
    guard let officer, let package = scene.packages[story.package] else { return }
    switch deed {
    case .need:
      let create = try CreateNeed(body: [
        "packageId": JSONValue(package.id), "budgetLineId": JSONValue(package.line), "title": .string(title),
      ])
      let answer = try await scene.run { try await create(scene.caller(commitment, now), Write(), $0) }
      need = try JSONValue(parsing: answer.body)["id"]?.uuid
    case .prepare:
      guard let need, let basket = try chosen(scene) else { return stop() }
      let prepare = TransitionNeed(need, .prepare, body: preparation(basket, scene, now))
      _ = try await scene.run { try await prepare(scene.caller(commitment, now), Write(), $0) }
    case .giveUp:
      guard let need else { return }
      let cancel = TransitionNeed(need, .cancel, body: ["reason": "Kegiatan ditunda sampai tahun depan."])
      _ = try await scene.run { try await cancel(scene.caller(commitment, now), Write(), $0) }
    case .dispatch:
      guard let need else { return }
      let dispatch = TransitionNeed(need, .dispatch, body: ["officerId": JSONValue(officer.userID)])
      _ = try await scene.run { try await dispatch(scene.caller(commitment, now), Write(), $0) }
    case .choose:
      guard let need, let basket else { return }
      let choose = ChooseDirect(need, body: .object(terms(basket, scene, now)))
      let answer = try await scene.run { try await choose(scene.caller(officer, now), Write(), $0) }
      order = try JSONValue(parsing: answer.body)["orderId"]?.uuid
    case .place:
      guard let basket = try chosen(scene) else { return stop() }
      let members =
        terms(basket, scene, now) + [
          JSONMember(name: "packageId", value: JSONValue(package.id)),
          JSONMember(name: "budgetLineId", value: JSONValue(package.line)),
          JSONMember(name: "deliverTo", value: scene.place),
        ]
      let place = try PlaceOrder(body: .object(members))
      let answer = try await scene.run { try await place(scene.caller(officer, now), Write(), $0) }
      order = try JSONValue(parsing: answer.body)["id"]?.uuid
      last = answer.body
    case .step(let act): try await take(act, scene, seats, at: now)
    }
  }

  private mutating func take(_ act: YearAct, _ scene: YearScene, _ seats: YearSeats, at now: Date)
    async throws
  {
    guard let order, let actor = seats.actor(act.seat, story) ?? basket?.shop.owner else { return }
    let body = try YearBody(
      story: story, act: act, order: order, last: last, isVat: basket?.shop.isVat ?? false
    )
    .members(on: scene.tenant.today(now), &random)
    let caller = scene.caller(actor, now)
    do {
      let step = TransitionOrder(order, act.transition, body: .object(body))
      last = try await scene.run { try await step(caller, Write(), $0) }.body
    } catch Procurement.Refusal.justificationRequired {
      let reason = JSONMember(name: "justification", value: "Kegiatan yang berbeda, tidak dapat digabungkan.")
      let step = TransitionOrder(order, act.transition, body: .object(body + [reason]))
      last = try await scene.run { try await step(caller, Write(), $0) }.body
    }
  }

  private mutating func chosen(_ scene: YearScene) throws -> YearMarket.Basket? {
    basket = basket ?? scene.market.basket(story, &random, seed: scene.frame.seed)
    return basket
  }

  private mutating func stop() { cursor = deeds.count }

  private var title: String { "Kebutuhan \(story.category) \(story.number)" }
}

extension YearLife.Deed {
  fileprivate var name: String {
    switch self {
    case .need: "need"
    case .prepare: "prepare"
    case .giveUp: "cancel"
    case .dispatch: "dispatch"
    case .choose: "choose-direct"
    case .place: "create"
    case .step(let act): act.transition.rawValue
    }
  }

  fileprivate var isOptional: Bool {
    guard case .step(let act) = self else { return false }
    return [
      .amend, .answerAmendment, .openDispute, .answerDispute, .closeDispute, .hold, .release, .rate,
      .partialHandover, .query, .cancelMutual,
    ].contains(act.transition)
  }
}
