import EOrderRules
import HTML
import Procurement

/// The items of an order.
struct OrderLinesPart: Component {
  let language: Language
  let lines: [OrderLineRecord]

  func write(to h: Hypertext) {
    let quantity = TableColumn(title: language(OrderText.quantity), isNumber: true)
    let accepted = TableColumn(title: language(OrderText.accepted), isNumber: true)
    let price = TableColumn(title: language(OrderText.unitPrice), isNumber: true)
    let total = TableColumn(title: language(OrderText.lineTotal), isNumber: true)
    let isInspected = lines.contains { Self.accepted($0) != nil }
    let columns =
      [TableColumn(title: language(OrderText.product)), quantity] + (isInspected ? [accepted] : []) + [
        price, total,
      ]
    h.section {
      h.dataTable(language(OrderText.lines), columns) {
        for line in lines {
          h.dataRow {
            h.rowHead { h.bdi(line.name) }
            h.cell(quantity, amount(line.quantity, line))
            if isInspected { h.cell(accepted, Self.accepted(line).map { amount($0, line) } ?? "–") }
            h.cell(price) {
              h.span(language.money(line.unitPrice), .class("money"))
              if line.taxClass.bearsVat {
                h.text(" ")
                h.small(language(line.priceIncludesVat ? OrderText.withVat : .withoutVat))
              }
            }
            h.cell(total) { h.span(language.money(line.gross), .class("money")) }
          }
        }
      }
    }
  }

  /// What was accepted, or of an order on its way what was handed over so far.
  private static func accepted(_ line: OrderLineRecord) -> Int64? {
    line.accepted ?? (line.handedOver > 0 ? line.handedOver : nil)
  }

  private func amount(_ count: Int64, _ line: OrderLineRecord) -> String {
    "\(language.number(count)) \(line.unitOfMeasure)"
  }
}
