import Authentication
import EOrderRules
import Foundation
import Procurement
import StrictJSON
import Tenancy

extension YearLife {
  /// A step of the request for offers.
  mutating func tender(_ deed: YearDeed, _ officer: Actor, _ scene: YearScene, at now: Date) async throws {
    guard let tender = story.tender, let need, let line = basket?.lines.first else { return }
    let calling = scene.caller(officer, now)
    switch deed {
    case .publish:
      let soon = scene.tenant.calendar.deadline(
        workingDays: scene.tenant.rulebook.offers.minimumOpenWorkingDays, after: now)
      let body: JSONValue = tender.isShort ? ["deadline": JSONValue(soon)] : [:]
      let publish = PublishRequest(need, body: body)
      let answer = try await scene.run { try await publish(calling, Write(), $0) }
      deadline = try JSONValue(parsing: answer.body)["request"]?["deadline"]?.instant
    case .offer(let place):
      guard let shop = bidder(place, scene) else { return }
      let offer = SubmitOffer(
        need: need, body: content(of: tender.prices[place], for: line.item), secret: scene.sealing)
      let vendor = scene.caller(shop.owner, now)
      let answer = try await scene.run { try await offer(vendor, Write(), $0) }
      offers[place] = try JSONValue(parsing: answer.body)["id"]?.uuid
    case .counter:
      guard let place = tender.winner, let offer = offers[place] else { return }
      let price = Self.price(tender.prices[place], line.item)
      guard price > 100 else { return }
      let counter = CounterOffer(
        offer, body: ["unitPrice": .integer(price * 97 / 100), "note": "Mohon harga terbaik."])
      _ = try await scene.run { try await counter(calling, Write(), $0) }
    case .answerCounter:
      guard let place = tender.winner, let offer = offers[place], let shop = bidder(place, scene) else {
        return
      }
      let answer = AnswerCounter(offer, body: ["accept": true])
      let vendor = scene.caller(shop.owner, now)
      _ = try await scene.run { try await answer(vendor, Write(), $0) }
    case .select:
      guard let place = tender.winner, let offer = offers[place], let shop = bidder(place, scene) else {
        return stop()
      }
      let few = offers.count < scene.tenant.rulebook.offers.minimumOffers
      let body: JSONValue = few ? ["note": .string("Hanya \(offers.count) penawaran yang masuk.")] : [:]
      let select = SelectOffer(offer, body: body)
      let answer = try await scene.run { try await select(calling, Write(), $0) }
      order = try JSONValue(parsing: answer.body)["orderId"]?.uuid
      basket = basket.map { YearMarket.Basket(shop: shop, lines: $0.lines) }
    default: break
    }
  }

  private func bidder(_ place: Int, _ scene: YearScene) -> YearMarket.Shop? {
    let hasKin = story.tender?.hasKin ?? false
    if hasKin, place == 0 { return scene.market.kin }
    let others = scene.market.bidders(story.category, key: "\(story.number)", seed: scene.frame.seed)
    let index = hasKin ? place - 1 : place
    return others.indices.contains(index) ? others[index] : nil
  }

  private static func price(_ thousandths: Int64, _ item: YearMarket.Item) -> Int64 {
    min(50_000_000, max(1, item.price * thousandths / 1000))
  }

  private func content(of thousandths: Int64, for item: YearMarket.Item) -> JSONValue {
    [
      "unitPrice": .integer(Self.price(thousandths, item)), "priceIncludesVat": false, "deliveryDays": 6,
      "item": [
        "name": .string(item.name), "description": "Baru, bergaransi, diantar ke tempat.",
        "taxClass": .string(item.taxClass),
      ],
    ]
  }
}
