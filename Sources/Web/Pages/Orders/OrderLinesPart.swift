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
    let isInspected = lines.contains { $0.accepted != nil }
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
            if isInspected { h.cell(accepted, line.accepted.map { amount($0, line) } ?? "–") }
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

  private func amount(_ count: Int64, _ line: OrderLineRecord) -> String {
    "\(language.number(count)) \(line.unitOfMeasure)"
  }
}
