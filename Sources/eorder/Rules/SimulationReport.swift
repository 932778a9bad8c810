import EOrderRules
import Procurement
import StrictJSON

/// A simulation as the command line prints it.
struct SimulationReport {
  let tenant: String
  let outcome: RuleSimulation.Outcome

  var lines: [String] { head + outcome.items.flatMap { [""] + order($0) } }

  private var head: [String] {
    let counts: [(Int, String)] = [
      (outcome.blocked, "would be blocked"), (outcome.held, "would be held"),
      (outcome.freed, "would be blocked no longer"), (outcome.eased, "would be held no longer"),
      (outcome.undecided, "cannot be decided again"),
    ]
    let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return [
      "\(tenant): rules \(outcome.rulesVersion) on the orders of \(outcome.days) days, \(outcome.from) to \(outcome.to)",
      "\(outcome.orders) orders decided, \(outcome.items.count) would change"
        + (told.isEmpty ? "." : ": \(told)."),
    ]
  }

  private func order(_ item: JSONValue) -> [String] {
    let name = item["number"]?.text ?? item["orderId"]?.text ?? "–"
    let (from, to) = (item["outcome"]?["from"]?.text ?? "", item["outcome"]?["to"]?.text ?? "")
    let outcome = from == to ? from : "\(from) -> \(to)"
    let head = "\(name)  \(item["at"]?.text?.prefix(10) ?? "")  \(item["step"]?.text ?? "")  \(outcome)"
    return [head] + violations(item["appeared"], "+") + violations(item["vanished"], "-")
      + violations(item["severities"], "~") + totals(item["totals"])
  }

  private func violations(_ list: JSONValue?, _ mark: String) -> [String] {
    (list?.elements ?? []).map { violation in
      let was = violation["was"]?.text.map { "\($0) -> " } ?? ""
      return "  \(mark) \(violation["code"]?.text ?? "") (\(was)\(violation["severity"]?.text ?? "")): "
        + "\(violation["message"]?["en"]?.text ?? "") [\(violation["legal"]?.text ?? "")]"
    }
  }

  private func totals(_ list: JSONValue?) -> [String] {
    (list?.elements ?? []).map { total in
      "  = \(total["name"]?.text ?? ""): \(total["from"]?.int64 ?? 0) -> \(total["to"]?.int64 ?? 0)"
    }
  }
}
