import HTML
import Testing

@testable import Web

@Suite struct BarTableTests {
  @Test(
    arguments: [
      (100, 100, 1000), (50, 100, 500), (0, 100, 0), (-5, 100, 0), (1, 3, 333),
      (.max, .max, 1000), (.max / 2, .max, 499),
    ] as [(Int64, Int64, Int64)])
  func barsAreAsLongAsTheirAmounts(_ amount: Int64, _ longest: Int64, _ length: Int64) {
    #expect(abs(BarTable.length(of: amount, longest: longest) - length) <= 1)
  }

  @Test func everyBarStandsBesideItsNumber() {
    let chart = BarTable(
      title: "Belanja", columns: (TableColumn(title: "Unit"), TableColumn(title: "Jumlah")),
      bars: [
        .init(name: "<A>", amount: 2, text: "Rp 2"), .init(name: "B", amount: 1, text: "Rp 1", tone: .warn),
      ])
    let html = String(decoding: chart.rendered(), as: UTF8.self)
    #expect(html.contains("<caption>Belanja</caption>"))
    #expect(html.contains("&lt;A&gt;") && html.contains(#"width="1000""#) && html.contains(#"width="500""#))
    #expect(html.contains(#"<svg viewBox="0 0 1000 10" aria-hidden="true""#))
  }
}
