import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// Reference data by CSV: looked at first, with every row that is wrong, and then taken whole.
struct ImportPages {
  static let textField = "import.text"
  static let fileField = "import.file"
  /// Bytes of a text beside a file, and so of a file that is shown again to be taken after it was looked at.
  static let mostShown = 15_000
  /// Rows of errors on the page.
  private static let mostErrors = 50

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var language: Language { page.language }

  func overview() async throws -> PageReply {
    try checkRole()
    let title = language(ImportText.title)
    let points = ImportKind.allCases.map { kind in
      (
        text: "\(language(ImportText.kind(kind))) – \(language(ImportText.means(kind)))",
        url: Optional(PageURL(path: ["imports", kind.rawValue]))
      )
    }
    return .page(
      title,
      Sheet(
        language: language, title: title, lead: language(ImportText.lead), parts: [Points(points: points)]))
  }

  func template() async throws -> PageReply {
    try await page.download("template-\(try kind.rawValue)", [:])
  }

  func show() async throws -> PageReply {
    try checkRole()
    return try reply(text: "", outcome: nil)
  }

  func act() async throws -> PageReply {
    try checkRole()
    let file = page.form.files[Self.fileField]
    let bytes = file ?? Array((page.form[Self.textField] ?? "").utf8)
    let text = String(decoding: bytes, as: UTF8.self)
    guard !text.allSatisfy(\.isWhitespace) else {
      let sentence = language(ImportText.empty)
      return try reply(
        text: "", outcome: ImportOutcome(status: 422, problem: sentence, isTaken: false))
    }
    let isDry = page.form.filled("do") != "take"
    do throws(any Error) {
      let answer = try await page.carryOut(
        "import-\(try kind.rawValue)", [:], .string(text), query: isDry ? ["dryRun": true] : [:], raw: bytes)
      let counts = try JSONValue(parsing: answer.body)
      return try reply(
        text: isDry ? text : "", outcome: ImportOutcome(status: 200, counts: counts, isTaken: !isDry))
    } catch Procurement.Refusal.invalid(let errors) {
      let rows = errors.prefix(Self.mostErrors).map { error in
        ImportOutcome.Row(pointer: error.pointer, sentence: language.pick(error.detail))
      }
      return try reply(
        text: text, outcome: ImportOutcome(status: 422, rows: rows, errors: errors.count, isTaken: false))
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(refusal, ActionForm(action: "import", fields: []))
      return try reply(
        text: text, outcome: ImportOutcome(status: refused.status, problem: refused.message, isTaken: false))
    }
  }

  private var kind: ImportKind {
    get throws {
      guard let kind = page.call.parameters["kind"].flatMap(ImportKind.init) else { throw Problem.notFound }
      return kind
    }
  }

  private func reply(text: String, outcome: ImportOutcome?) throws -> PageReply {
    let kind = try kind
    let title = language(ImportText.kind(kind))
    // A larger file is chosen once more, as browsers forget it.
    let form = page.newForm([Self.textField: text.utf8.count <= Self.mostShown ? text : ""])
    return .page(
      title, ImportPage(language: language, kind: kind, form: form, outcome: outcome),
      status: outcome?.status ?? 200)
  }

  private func checkRole() throws {
    guard try page.actor.roles.contains(.tenantAdmin) else { throw Problem.forbidden }
  }
}

/// What came of looking at a file or taking it.
struct ImportOutcome: Sendable {
  struct Row: Sendable {
    let pointer: String
    let sentence: String

    /// `17` and `npwp` of `/rows/17/npwp`.
    var place: (row: String, column: String) {
      let parts = pointer.split(separator: "/").map(String.init)
      if parts.first == "rows" {
        return (parts.count > 1 ? parts[1] : "", parts.dropFirst(2).joined(separator: "."))
      }
      return ("", parts.dropFirst().joined(separator: "."))
    }
  }

  let status: Int
  var counts: JSONValue?
  var rows: [Row] = []
  var errors = 0
  var problem: String?
  let isTaken: Bool
}

/// The form of one kind of file with what came of it.
struct ImportPage: Component {
  let language: Language
  let kind: ImportKind
  let form: FormState
  let outcome: ImportOutcome?

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(SheetText.way),
        steps: [Breadcrumbs.Step(text: language(ImportText.title), url: "/imports")]))
    h.h1(language(ImportText.kind(kind)))
    h.p(language(ImportText.means(kind)).capitalizedFirst, .class("lead"))
    if let outcome { self.outcome(outcome, h) }
    h.p {
      h.a(
        PageURL(path: ["imports", kind.rawValue, "template.csv"]), language(ImportText.template),
        .download("\(kind.rawValue).csv"))
    }
    h.form(.post, to: PageURL(path: ["imports", kind.rawValue]), .multipart()) {
      h.put(HiddenFields(form: form))
      h.put(
        FileField(
          field: FieldLabel(
            name: ImportPages.fileField, label: language(ImportText.file),
            hint: language(ImportText.fileHint),
            isRequired: false), form: form, accept: "text/csv,.csv"))
      h.put(
        TextAreaField(
          field: FieldLabel(
            name: ImportPages.textField, label: language(ImportText.text),
            hint: language(ImportText.textHint),
            isRequired: false), form: form, maxLength: ImportPages.mostShown))
      h.div(.class("actions")) {
        h.button(.submit, language(ImportText.look), .name("do"), .value("look"))
        h.button(.submit, language(ImportText.take), .name("do"), .value("take"), .data(.tone, "quiet"))
      }
    }
  }

  private func outcome(_ outcome: ImportOutcome, _ h: Hypertext) {
    if let counts = outcome.counts {
      return h.put(
        Notice(
          title: language(outcome.isTaken ? ImportText.taken : ImportText.looked),
          text: language(
            ImportText.counts(
              imported: counts["imported"]?.int ?? 0, updated: counts["updated"]?.int ?? 0,
              unchanged: counts["unchanged"]?.int ?? 0)), tone: .good))
    }
    h.put(
      Notice(
        title: language(ImportText.nothingTaken),
        text: outcome.problem ?? language(ImportText.errors(outcome.errors)), tone: .bad))
    guard !outcome.rows.isEmpty else { return }
    let caption = language(ImportText.wrongRows)
    h.put(
      ListTable(
        language: language, caption: caption,
        columns: [
          TableColumn(title: language(ImportText.row)), TableColumn(title: language(ImportText.column)),
          TableColumn(title: language(ImportText.what)),
        ],
        rows: outcome.rows.map { row in
          [
            .text("\(language(ImportText.row)) \(row.place.row)"), .text(row.place.column),
            .text(row.sentence),
          ]
        }))
  }
}

extension String {
  /// The same beginning with a capital letter, as a sentence.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() + "." }
}
