import EOrderRules
import HTML

/// What stands in a cell of a table.
enum Cell: Sendable {
  case text(String)
  /// A name with what is less important below it.
  case pair(String, String)
  case link(PageURL, String, below: String? = nil)
  /// What a code means, with the code below it.
  case coded(PageURL?, String, code: String)
  case badge(String, Tone)
  case money(Rupiah?)
  case moment(machine: String, words: String, remark: String?, tone: Tone)
  case part(any Component)
}

/// A table of rows whose first cell names them.
struct ListTable: Component {
  let language: Language
  let caption: String
  let columns: [TableColumn]
  let rows: [[Cell]]
  /// Stands there where there is no row.
  var empty: EmptyState?
  var pages: Pagination?
  /// Whether a heading above says what the caption says.
  var isTitled = false

  func write(to h: Hypertext) {
    if rows.isEmpty {
      if let empty { h.put(empty) }
    } else {
      h.dataTable(caption, columns, isTitled: isTitled) {
        for row in rows {
          h.dataRow {
            for (column, cell) in zip(columns, row) {
              if column.title == columns.first?.title {
                h.rowHead { write(cell, h) }
              } else {
                h.cell(column) { write(cell, h) }
              }
            }
          }
        }
      }
    }
    if let pages { h.put(pages) }
  }

  private func write(_ cell: Cell, _ h: Hypertext) {
    switch cell {
    case .text(let text): h.bdi(text)
    case .pair(let text, let below):
      h.bdi(text)
      h.br()
      h.small { h.bdi(below) }
    case .link(let url, let text, let below):
      h.a(url) { h.reference(text) }
      if let below, !below.isEmpty {
        h.br()
        h.small { h.bdi(below) }
      }
    case .coded(let url, let text, let code):
      if let url { h.a(url) { h.bdi(text) } } else { h.bdi(text) }
      h.br()
      h.small { h.code(code) }
    case .badge(let text, let tone): h.put(Badge(text, tone: tone))
    case .money(let amount):
      if let amount { h.span(language.money(amount), .class("money")) } else { h.text("–") }
    case .moment(let machine, let words, let remark, let tone):
      h.time(machine, words)
      if let remark {
        h.br()
        h.put(Badge(remark, tone: tone))
      }
    case .part(let part): h.put(part)
    }
  }
}

/// A form that narrows a list; the page works without scripts, so it has its button.
struct ListFilter: Component {
  struct Field: Sendable {
    let name: String
    let label: String
    let value: String
    /// A field for words where there is nothing to choose from.
    var choices: [Choice]?
    var any = ""
    /// A day instead of words.
    var isDay = false
  }

  let language: Language
  let url: PageURL
  let fields: [Field]
  /// What its button says where it is not about narrowing a list.
  var button: String?
  /// What the address says besides and goes on saying.
  var kept: [(String, String)] = []

  /// So many fields stand open; of more than this the rest is folded, so that a phone shows the list.
  private static let mostOpen = 3
  private static let openOfMany = 2

  func write(to h: Hypertext) {
    let open = fields.count > Self.mostOpen ? Self.openOfMany : fields.count
    h.form(.get, to: url, .class("filters")) {
      for (name, value) in kept { h.input(.hidden, .name(name), .value(value)) }
      for field in fields.prefix(open) { write(field, h) }
      h.button(.submit, button ?? language(FormText.filter), .data(.tone, "quiet"))
      let folded = fields.dropFirst(open)
      if !folded.isEmpty {
        h.details(.class("more"), .open(folded.contains { !$0.value.isEmpty })) {
          h.summary(language(CatalogueText.narrow))
          h.div(.class("filter-fields")) { for field in folded { write(field, h) } }
        }
      }
    }
  }

  private func write(_ field: Field, _ h: Hypertext) {
    h.div(.class("field")) {
      h.label(for: field.name, field.label)
      if let choices = field.choices {
        h.select(.id(field.name), .name(field.name)) {
          h.option("", field.any)
          for choice in choices {
            h.option(choice.value, choice.text, selected: choice.value == field.value)
          }
        }
      } else {
        h.input(
          field.isDay ? .date : .search, .id(field.name), .name(field.name), .value(field.value),
          .maxlength(field.isDay ? nil : 200))
      }
    }
  }
}
