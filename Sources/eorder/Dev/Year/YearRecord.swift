import Foundation
import StrictJSON

/// What was planted in one province and what became of its orders: the key to measuring the flags by.
struct YearRecord: Sendable {
  let slug: String
  var states: [(String, Int64)] = []
  private var planted: [Pattern: [UUID]] = [:]
  private var refusals: [String: Int] = [:]

  private struct Pattern: Hashable {
    let code: String
    let isHonest: Bool
    let group: Int
  }

  init(slug: String) { self.slug = slug }

  mutating func add(_ story: YearStory, _ order: UUID) {
    for plant in story.plants {
      let pattern = Pattern(code: plant.code, isHonest: plant.isHonest, group: plant.group)
      planted[pattern, default: []].append(order)
    }
  }

  mutating func add(refusals more: [String: Int]) { refusals.merge(more, uniquingKeysWith: +) }

  var orders: Int64 { states.reduce(0) { $0 + $1.1 } }

  var json: JSONValue {
    [
      "slug": .string(slug), "orders": .integer(orders),
      "states": .object(states.map { JSONMember(name: $0.0, value: .integer($0.1)) }),
      "planted": patterns(honest: false), "lookalikes": patterns(honest: true),
      "refused": .object(
        refusals.sorted { $0.key < $1.key }.map { JSONMember(name: $0.key, value: .integer(Int64($0.value))) }
      ),
    ]
  }

  private func patterns(honest: Bool) -> JSONValue {
    let chosen = planted.filter { $0.key.isHonest == honest }
      .sorted { ($0.key.code, $0.key.group) < ($1.key.code, $1.key.group) }
    return .array(
      chosen.map { pattern, orders in
        [
          "code": .string(pattern.code),
          "orders": .array(orders.map { .string($0.uuidString.lowercased()) }),
        ]
      })
  }
}
