import Foundation
import Postgres
import StrictJSON

/// A flag that was raised in the year, as far as it tells what it is about.
struct RaisedInYear: RowDecodable, Sendable {
  let code: String
  /// Orders, needs and packages.
  let about: Set<UUID>

  /// A flag on an order is about that order; one on an officer, a plan or payments, about all that it names.
  static let select: SQL = """
    SELECT code, order_id, need_id, explanation FROM flag ORDER BY raised_at, id
    """

  init(row: inout Row) throws {
    code = try row.next()
    let (order, need) = (try row.next(UUID?.self), try row.next(UUID?.self))
    let told = try JSONValue(parsing: row.next(JSONB.self).text)
    func named(_ member: String, _ id: String) -> [UUID] {
      (told[member]?.elements ?? []).compactMap { $0.uuid ?? $0[id]?.uuid }
    }
    let others = order == nil ? named("orders", "id") + named("packages", "id") : []
    about = Set([order, need].compactMap(\.self) + others + named("payments", "orderId"))
  }
}

/// How well one flag finds what was planted, and how often it is raised where nothing was.
struct YearScore: Sendable {
  let code: String
  private(set) var planted = 0
  private(set) var found = 0
  private(set) var lookalikes = 0
  private(set) var lookalikesRaised = 0
  private(set) var raised = 0
  /// Those on what nobody planted.
  private(set) var onOthers = 0
  private var orders: Int64 = 0

  /// By code, over some provinces.
  static func all(_ records: [YearRecord]) -> [YearScore] {
    let codes = records.flatMap { record in record.planted.map(\.plant.code) + record.raised.map(\.code) }
    return Set(codes).sorted().map { code in
      var score = YearScore(code: code)
      for record in records { score.add(record) }
      return score
    }
  }

  private init(code: String) { self.code = code }

  private mutating func add(_ record: YearRecord) {
    orders += record.orders
    let patterns = record.planted.filter { $0.plant.code == code }
    for pattern in patterns {
      let isFound = record.isFound(pattern)
      if pattern.plant.isHonest {
        lookalikes += 1
        lookalikesRaised += isFound ? 1 : 0
      } else {
        planted += 1
        found += isFound ? 1 : 0
      }
    }
    let ids = patterns.filter { !$0.plant.isHonest }.reduce(into: Set<UUID>()) { $0.formUnion($1.ids) }
    let flags = record.raised.filter { $0.code == code }
    raised += flags.count
    onOthers += flags.count { $0.about.isDisjoint(with: ids) }
  }

  /// False alarms among ten thousand orders.
  private var rate: Int { orders > 0 ? Int((Int64(onOthers) * 10_000 + orders / 2) / orders) : 0 }

  var json: JSONValue {
    [
      "code": .string(code), "planted": JSONValue(planted), "found": JSONValue(found),
      "lookalikes": JSONValue(lookalikes), "lookalikesRaised": JSONValue(lookalikesRaised),
      "raised": JSONValue(raised), "onOthers": JSONValue(onOthers), "per10000Orders": JSONValue(rate),
    ]
  }

  /// The scores as a table for people.
  static func table(_ scores: [YearScore]) -> String {
    let head = [
      "flag", "planted", "found", "lookalikes", "raised", "flags", "on others", "per 10,000 orders",
    ]
    let rows = scores.map { score in
      [
        score.code, "\(score.planted)", "\(score.found)", "\(score.lookalikes)", "\(score.lookalikesRaised)",
        "\(score.raised)", "\(score.onOthers)", "\(score.rate)",
      ]
    }
    let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
    return ([head] + rows).map { row in
      zip(row, widths).map { text, width in String(repeating: " ", count: width - text.count) + text }
        .joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
