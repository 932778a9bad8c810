import EOrderRules

/// What happens to an order, from the need to its end.
enum YearDeed: Sendable {
  case need, prepare, giveUp, dispatch, choose, place
  case publish, select, counter, answerCounter
  /// An offer, by its place among the bidders.
  case offer(Int)
  case step(YearAct)

  var name: String {
    switch self {
    case .need: "need"
    case .prepare: "prepare"
    case .giveUp: "cancel"
    case .dispatch: "dispatch"
    case .choose: "choose-direct"
    case .place: "create"
    case .publish: "publish-rfo"
    case .select: "select"
    case .counter: "counter"
    case .answerCounter: "answer-counter"
    case .offer: "offer"
    case .step(let act): act.transition.rawValue
    }
  }

  /// Whether the order goes on where it did not come to it.
  var isOptional: Bool {
    switch self {
    case .offer, .counter, .answerCounter: return true
    case .step(let act):
      return act.isTried
        || [
          .amend, .answerAmendment, .openDispute, .answerDispute, .closeDispute, .hold, .release, .rate,
          .partialHandover, .query, .cancelMutual,
        ].contains(act.transition)
    default: return false
    }
  }
}

extension YearStory {
  /// Everything that is to happen, in order.
  var deeds: [YearDeed] {
    let all: [YearDeed] =
      isGivenUp
      ? [.need, .prepare, .giveUp]
      : (tender?.deeds ?? (hasNeed ? [.need, .prepare, .dispatch, .choose] : [.place]))
        + course.acts.map { .step($0) }
    guard let leftAfter, let last = all.lastIndex(where: { $0.name == leftAfter }) else { return all }
    return Array(all.prefix(through: last))
  }
}

/// A request for offers and who answers it.
struct YearTender: Sendable {
  /// What the bidders ask, in thousandths of the going price, in the order in which they come.
  let prices: [Int64]
  /// Whether they have less time than is usual.
  var isShort = false
  var negotiates = false
  /// Whether the first bidder shares particulars with an official, which bars it.
  var hasKin = false

  /// A price that no order can have.
  static let absurd: Int64 = 40_000

  /// Bidders that nobody has to look at twice.
  static func honest(_ random: inout YearRandom) -> YearTender {
    let lowest = Int64(random.int(860...930))
    let count = random.weighted([(3, 60), (4, 25), (2, 10), (0, 5)])
    let prices = [lowest, lowest * 108 / 100, lowest * 116 / 100, lowest * 124 / 100].prefix(count)
    return YearTender(prices: prices.shuffled(using: &random), negotiates: random.chance(20))
  }

  /// The bidder that is selected.
  var winner: Int? {
    let eligible = prices.indices.filter { (!hasKin || $0 > 0) && prices[$0] < Self.absurd }
    return eligible.min { (prices[$0], $0) < (prices[$1], $1) }
  }

  fileprivate var deeds: [YearDeed] {
    [.need, .prepare, .dispatch, .publish] + prices.indices.map { .offer($0) }
      + (negotiates && !prices.isEmpty ? [.counter, .answerCounter] : [])
      + [prices.isEmpty ? .choose : .select]
  }
}
