import Foundation
import StrictJSON

/// What was planted in one province, what became of it, and what the flags made of it.
struct YearRecord: Sendable {
  let slug: String
  var states: [(String, Int64)] = []
  var needs: [(String, Int64)] = []
  var raised: [RaisedInYear] = []
  private(set) var planted: [YearPattern] = []
  private var refusals: [String: Int] = [:]

  init(slug: String) { self.slug = slug }

  /// - Parameter package: the package on which it drew.
  mutating func add(_ life: YearLife, package: UUID?) {
    for plant in life.story.plants {
      let place = planted.firstIndex { $0.plant == plant } ?? planted.endIndex
      if place == planted.endIndex { planted.append(YearPattern(plant: plant)) }
      if let order = life.order { planted[place].orders.append(order) }
      if let need = life.need { planted[place].needs.append(need) }
      // A plan is looked at whatever has been bought of it.
      if plant.code == "SPL5", let package { planted[place].packages.append(package) }
      planted[place].refusedBy.formUnion(life.refusedBy)
    }
  }

  mutating func add(refusals more: [String: Int]) { refusals.merge(more, uniquingKeysWith: +) }

  var orders: Int64 { states.reduce(0) { $0 + $1.1 } }

  var json: JSONValue {
    [
      "slug": .string(slug), "orders": .integer(orders), "states": Self.counts(states),
      "needs": Self.counts(needs), "planted": patterns(honest: false), "lookalikes": patterns(honest: true),
      "flags": .array(YearScore.all([self]).map(\.json)),
      "refused": Self.counts(refusals.sorted { $0.key < $1.key }.map { ($0.key, Int64($0.value)) }),
    ]
  }

  private static func counts(_ counts: [(String, Int64)]) -> JSONValue {
    .object(counts.map { JSONMember(name: $0.0, value: .integer($0.1)) })
  }

  private func patterns(honest: Bool) -> JSONValue {
    let chosen = planted.filter { $0.plant.isHonest == honest }
    return .array(
      chosen.sorted { ($0.plant.code, $0.plant.group) < ($1.plant.code, $1.plant.group) }.map {
        $0.json(found: isFound($0))
      })
  }

  /// Whether a flag was raised on it, or the rule refused one of its steps.
  func isFound(_ pattern: YearPattern) -> Bool {
    pattern.refusedBy.contains(pattern.plant.code)
      || raised.contains { $0.code == pattern.plant.code && !$0.about.isDisjoint(with: pattern.ids) }
  }
}

/// The orders of one pattern.
struct YearPattern: Sendable {
  let plant: YearPlant
  var orders: [UUID] = []
  var needs: [UUID] = []
  var packages: [UUID] = []
  /// The codes of the rules that refused a step of one of its orders.
  var refusedBy: Set<String> = []

  var ids: Set<UUID> { Set(orders + needs + packages) }

  func json(found: Bool) -> JSONValue {
    [
      "code": .string(plant.code), "orders": Self.list(orders), "needs": Self.list(needs),
      "packages": Self.list(packages), "refusedBy": .array(refusedBy.sorted().map { .string($0) }),
      "found": .bool(found),
    ]
  }

  private static func list(_ ids: [UUID]) -> JSONValue {
    .array(ids.map { .string($0.uuidString.lowercased()) })
  }
}
