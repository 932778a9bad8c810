import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The auditor's inbox; for a commitment officer, what is to be explained.
struct FlagsPage: Component {
  let language: Language
  let zone: OfficialZone
  let state: FlagState?
  let rows: [FlagRow]
  let first: PageURL?
  let next: PageURL?

  static func url(state: FlagState?, cursor: String?) -> PageURL {
    PageURL(
      path: ["flags"],
      query: (state.map { [("state", $0.rawValue)] } ?? []) + (cursor.map { [("cursor", $0)] } ?? []))
  }

  func write(to h: Hypertext) {
    h.h1(language(FlagText.title))
    filter(h)
    if rows.isEmpty {
      h.put(EmptyState(title: language(FlagText.none), text: language(FlagText.noneAdvice)))
    } else {
      h.put(FlagTable(language: language, zone: zone, caption: language(FlagText.all), rows: rows))
    }
    h.put(Pagination(language: language, first: first, next: next))
  }

  private func filter(_ h: Hypertext) {
    h.form(.get, to: "/flags", .class("filters")) {
      h.div(.class("field")) {
        h.label(for: "state", language(FlagText.state))
        h.select(.id("state"), .name("state")) {
          h.option("", language(FlagText.anyState))
          for state in FlagState.allCases {
            h.option(state.rawValue, language(state), selected: state == self.state)
          }
        }
      }
      h.button(.submit, language(FormText.filter), .data(.tone, "quiet"))
    }
  }
}

/// Flags as a table, each row a link.
struct FlagTable: Component {
  let language: Language
  let zone: OfficialZone
  let caption: String
  let rows: [FlagRow]
  /// Whether a heading above says what the caption says.
  var isTitled = false

  func write(to h: Hypertext) {
    let subject = TableColumn(title: language(FlagText.subject))
    let state = TableColumn(title: language(FlagText.state))
    let raised = TableColumn(title: language(FlagText.raised))
    let flag = TableColumn(title: language(FlagText.flag))
    h.dataTable(caption, [flag, subject, state, raised], isTitled: isTitled) {
      for row in rows {
        h.dataRow {
          h.rowHead {
            h.a(FlagPage.url(row.id), row.title(in: language))
            h.div(row.sentence(in: language), .class("quiet"))
          }
          h.cell(subject) {
            h.bdi(
              [row.orderNumber, row.vendorName, row.unitName].compactMap(\.self).joined(separator: " · "))
          }
          h.cell(state) { h.put(Badge(row.state, in: language)) }
          h.cell(raised, language.instant(row.raisedAt, in: zone))
        }
      }
    }
  }
}

extension FlagRow {
  /// The code and what it stands for.
  func title(in language: Language) -> String {
    let name = ViolationCode(rawValue: code).map { language(FlagText.name($0)) }
    return name.map { "\(code) · \($0)" } ?? language(FlagText.unknownName(code))
  }

  /// The sentence of the rules.
  func sentence(in language: Language) -> String { message[language.rawValue]?.text ?? "" }
}

extension FlagState: ShownState {
  var tone: Tone {
    switch self {
    case .open, .asked: .warn
    case .explained: .info
    case .accepted: .good
    case .escalated: .bad
    }
  }
}
