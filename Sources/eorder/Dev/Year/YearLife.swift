import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// One order as it goes through its year.
struct YearLife: Sendable {
  let story: YearStory
  private(set) var next: Date?
  var order: UUID?
  var need: UUID?
  /// The codes of the rules that refused one of its steps.
  private(set) var refusedBy: Set<String> = []
  private let deeds: [YearDeed]
  private var cursor = 0
  var random: YearRandom
  private var times: YearRandom
  var basket: YearMarket.Basket?
  /// The order as it was answered last.
  var last: [UInt8] = []
  /// When its offers are opened.
  var deadline: Date?
  /// The offers that came, by their bidders' places.
  var offers: [Int: UUID] = [:]

  init(_ story: YearStory, _ frame: YearFrame) {
    self.story = story
    random = YearRandom(frame.seed, frame.slug, "order", "\(story.number)")
    times = YearRandom(frame.seed, frame.slug, "time", story.timeKey ?? "\(story.number)")
    deeds = story.deeds
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
      refusedBy.formUnion(refusal.rules)
      if !deed.isTried || refusal.rules.isEmpty { refused = "\(deed.name) \(refusal.short)" }
      // What need not have happened is passed over; else the order stays where it is.
      if !deed.isOptional { stop() }
    }
    next = cursor < deeds.count ? when(deeds[cursor], after: now, scene) : nil
    return refused
  }

  private mutating func when(_ deed: YearDeed, after now: Date, _ scene: YearScene) -> Date {
    let hours = scene.frame.seasons
    // What is left lying at the end of the year came quickly as far as it came.
    let isQuick = story.leftAfter != nil
    switch deed {
    case .need, .place: return hours.after(now, .hours(0...2), .officer, &times)
    case .prepare: return hours.after(now, isQuick ? .hours(0...1) : .hours(1...20), .commitment, &times)
    case .dispatch: return hours.after(now, isQuick ? .hours(0...1) : .hours(0...3), .commitment, &times)
    case .giveUp: return hours.after(now, .days(1...9), .commitment, &times)
    case .publish: return hours.after(now, isQuick ? .hours(0...1) : .hours(0...4), .officer, &times)
    case .offer: return hours.after(now, .hours(1...3), .vendor, &times)
    case .answerCounter: return hours.after(now, .hours(1...3), .vendor, &times)
    case .counter, .select, .choose:
      let opened = deadline.map { max($0, now) }
      return hours.after(opened ?? now, opened == nil ? .days(0...2) : .hours(1...8), .officer, &times)
    case .step(let act):
      return hours.after(now, isQuick ? .hours(0...2) : act.wait, act.seat, &times)
    }
  }

  mutating func stop() { cursor = deeds.count }

  private mutating func perform(
    _ deed: YearDeed, _ scene: YearScene, _ seats: YearSeats, at now: Date
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
    default: try await tender(deed, officer, scene, at: now)
    }
  }

  private mutating func take(_ act: YearAct, _ scene: YearScene, _ seats: YearSeats, at now: Date)
    async throws
  {
    // An order that nobody took up may have gone to another vendor.
    let vendor = try last.isEmpty ? nil : JSONValue(parsing: last)["vendorId"]?.uuid
    let shop = vendor.flatMap { scene.market.shops[$0] } ?? basket?.shop
    guard let order, let actor = seats.actor(act.seat, story) ?? shop?.owner else { return }
    let body = try YearBody(story: story, act: act, order: order, last: last, isVat: shop?.isVat ?? false)
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
    basket = basket ?? scene.market.basket(story, &random)
    return basket
  }

  private var title: String { "Kebutuhan \(story.category) \(story.number)" }
}

extension YearDeed {
  fileprivate var isTried: Bool {
    if case .step(let act) = self { return act.isTried }
    return false
  }
}
