import HTML

/// Amounts beside each other as bars. The chart is its own table: each bar stands in the row that says its number.
struct BarTable: Component {
  struct Bar: Sendable {
    let name: String
    /// What the bar's length is made from; a negative one has none.
    let amount: Int64
    /// The amount in words.
    let text: String
    var tone: Tone = .info
  }

  let title: String
  /// What the bars are of, and what their numbers are.
  let columns: (name: TableColumn, amount: TableColumn)
  let bars: [Bar]

  private static let length: Int64 = 1000

  func write(to h: Hypertext) {
    let longest = max(bars.map(\.amount).max() ?? 0, 1)
    h.div(.class("chart")) {
      h.dataTable(title, [columns.name, columns.amount]) {
        for bar in bars {
          h.dataRow {
            h.rowHead { h.bdi(bar.name) }
            h.cell(columns.amount) {
              h.span(bar.text, .class("number"))
              self.bar(bar.tone, length: Self.length(of: bar.amount, longest: longest), h)
            }
          }
        }
      }
    }
  }

  /// In thousandths of the longest bar.
  static func length(of amount: Int64, longest: Int64) -> Int64 {
    let (product, overflows) = max(amount, 0).multipliedReportingOverflow(by: length)
    return overflows ? max(amount, 0) / (longest / length) : product / longest
  }

  private func bar(_ tone: Tone, length: Int64, _ h: Hypertext) {
    h.svg(width: Int(Self.length), height: 10, label: nil, .stretched()) {
      h.rect(x: 0, y: 0, width: Double(length), height: 10, .class("bar"), .data(.tone, tone.rawValue))
    }
  }
}
