import EOrderRules
import Testing

@Suite struct LoweredTests {
  @Test(arguments: [Rupiah(0), 1, 2, 999, 1_234_567, 2_109_999, 2_110_000])
  func `lines add up to what was found due, each with its own VAT`(due: Rupiah) throws {
    func facts(_ prices: [Rupiah], includesVat: Bool) -> OrderFacts {
      let classes: [TaxClass] = [.goods, .catering]
      return OrderFacts(
        date: march, paymentMode: .ls, procedure: .direct, vendor: .example(vatRegistered: true),
        lines: zip(classes, prices).map { taxClass, price in
          LineFacts(
            productId: "\(taxClass)", category: "c", taxClass: taxClass, unitPrice: price,
            priceIncludesVat: includesVat, quantity: 1)
        })
    }
    let plain = try assessTaxes(facts([1_000_000, 1_000_000], includesVat: false), .example())
    let shares = try due.shared(by: plain.lines.map(\.gross))
    let lowered = try assessTaxes(facts(shares, includesVat: true), .example())
    let lines = try plain.lines.lowered(to: lowered.totals, taxes: lowered.taxes)
    #expect(lines == lowered.lines)
    #expect(try lines.map(\.gross).total() == due)
  }

  @Test(arguments: [Rupiah(0), 1, 2, 5, 6, 9, 10, 11])
  func `a sum too small for VAT is shared by all lines`(due: Rupiah) throws {
    let line = LineFacts(
      productId: "p", category: "c", taxClass: .goods, unitPrice: 1_000_000, priceIncludesVat: false,
      quantity: 1)
    func facts(_ lines: [LineFacts]) -> OrderFacts {
      OrderFacts(
        date: march, paymentMode: .ls, procedure: .direct, vendor: .example(vatRegistered: true), lines: lines
      )
    }
    let plain = try assessTaxes(facts([line, line]), .example())
    let shares = try due.shared(by: plain.lines.map(\.gross))
    let smaller = shares.map { share in
      var line = line
      line.unitPrice = share
      line.priceIncludesVat = true
      return line
    }
    let lowered = try assessTaxes(facts(smaller), .example())
    let lines = try plain.lines.lowered(to: lowered.totals, taxes: lowered.taxes.filter { $0.amount > .zero })
    #expect(try lines.map(\.gross).total() == lowered.totals.gross)
    #expect(try lines.map(\.priceExVat).total() == lowered.totals.priceExVat)
    #expect(try lines.map(\.vatBase).total() == lowered.totals.vatBase)
    #expect(try lines.map(\.vat).total() == lowered.totals.vat)
  }

  @Test func `what was not lowered stays as it is`() throws {
    let plain = try assessTaxes(
      .example(333_333, quantity: 7, vendor: .example(vatRegistered: true)), .example())
    #expect(try plain.lines.lowered(to: plain.totals, taxes: plain.taxes) == plain.lines)
  }

  @Test func `shares add up and keep their sizes`() throws {
    #expect(try Rupiah(10).shared(by: [1, 1, 1]) == [4, 3, 3])
    #expect(try Rupiah(10).shared(by: [0, 5]) == [0, 10])
    #expect(try Rupiah(10).shared(by: []) == [])
  }

  @Test func `parts together are one tax`() throws {
    let part = PartAssessment(
      totals: .zero,
      taxes: [
        TaxLine(
          code: .pph22, rule: "r", legal: "l", base: 10, amount: 1, collectedBy: .treasurer, lines: ["p1"])
      ])
    let together = try [part, part].taxesTogether()
    #expect(together.map(\.amount) == [2] && together.map(\.base) == [20])
  }
}
