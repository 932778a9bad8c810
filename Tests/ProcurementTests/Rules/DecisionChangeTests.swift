import EOrderRules
import StrictJSON
import Testing

@testable import Procurement

/// What is told of an order that other rules would decide otherwise.
@Suite struct DecisionChangeTests {
  private func decision(
    _ violations: [(String, String)], gross: Int64 = 100, message: String = "m", version: String = "1"
  ) -> JSONValue {
    [
      "allowed": .bool(!violations.contains { $0.1 == "block" }), "rulesVersion": .string(version),
      "evidenceForm": "purchase_slip",
      "violations": .array(
        violations.map { code, severity in
          [
            "code": .string(code), "severity": .string(severity), "legal": "Perpres",
            "message": ["id": .string(message), "en": .string(message)], "explanation": [:],
          ]
        }),
      "totals": ["gross": .integer(gross)], "taxes": [],
    ]
  }

  private func change(_ before: JSONValue, _ after: JSONValue) -> DecisionChange {
    DecisionChange(from: before, to: after)
  }

  @Test func sentencesAndVersionsAreNoChange() {
    let before = decision([("SPL2", "hold")], message: "30 days", version: "1")
    #expect(change(before, decision([("SPL2", "hold")], message: "60 days", version: "2")).isNone)
  }

  @Test func whatAppearsIsToldWithItsSentence() throws {
    let told = JSONValue.object(change(decision([]), decision([("ORDER_CAP", "block")])).members)
    #expect(told["outcome"] == ["from": "allowed", "to": "blocked"])
    let appeared = try #require(told["appeared"]?.elements?.first)
    #expect(appeared["code"] == "ORDER_CAP" && appeared["message"]?["id"] == "m")
    #expect(appeared["explanation"] == nil)
    #expect(told["vanished"] == [])
  }

  @Test func whatVanishesFreesAnOrder() {
    let freed = change(decision([("ORDER_CAP", "block")]), decision([("SPL2", "hold")]))
    #expect(!freed.wasAllowed && freed.isAllowed && freed.isHeld && !freed.wasHeld)
    #expect(freed.vanished.map { $0["code"] } == ["ORDER_CAP"])
  }

  @Test func anotherWeightIsAChange() {
    let heavier = change(decision([("SPL2", "hold")]), decision([("SPL2", "block")]))
    #expect(!heavier.isNone && heavier.appeared.isEmpty)
    let told = JSONValue.object(heavier.members)["severities"]?.elements?.first
    #expect(told?["was"] == "hold" && told?["severity"] == "block")
  }

  @Test func totalsThatDifferAreTold() {
    let dearer = change(decision([]), decision([], gross: 111))
    #expect(!dearer.isNone)
    #expect(
      JSONValue.object(dearer.members)["totals"] == [["name": "gross", "from": 100, "to": 111]])
  }
}
