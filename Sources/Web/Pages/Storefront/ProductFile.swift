import Authentication
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// Many products at once from a table: a look at what it would do, then the doing.
struct ProductFile {
  static let fileField = "file"
  static let tableField = "table"
  /// Bytes of a table at most, which travels in the page between the look and the doing.
  static let largest = 40 * 1024

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() throws -> PageReply {
    guard try page.caller.actor.isVendor else { throw Problem.forbidden }
    return reply(nil, page.newForm(), status: 200)
  }

  func template() throws -> PageReply {
    let caller = try page.caller
    guard caller.actor.isVendor else { throw Problem.forbidden }
    let csv = ImportOwnProducts.template(under: caller.rulebook)
    return PageReply(
      content: .file(FileContent(bytes: Array(csv.utf8), mediaType: "text/csv; charset=utf-8")))
  }

  /// What the page shows of a table.
  enum Outcome: Sendable {
    case preview(counts: JSONValue, table: String)
    case done(counts: JSONValue)
    case wrong([FieldError])
  }

  func send() async throws -> PageReply {
    let caller = try page.caller
    guard caller.actor.isVendor else { throw Problem.forbidden }
    if let table = page.form.filled(Self.tableField) {
      return try await run(table, caller, isDryRun: false)
    }
    guard let bytes = page.form.files[Self.fileField] else { return refused(.chooseTable) }
    guard bytes.count <= Self.largest else { return refused(.tableTooLarge) }
    guard let table = String(validating: bytes, as: UTF8.self) else { return refused(.tableNotUTF8) }
    return try await run(table, caller, isDryRun: true)
  }

  private func run(_ table: String, _ caller: Caller, isDryRun: Bool) async throws -> PageReply {
    let file = ImportOwnProducts(Array(table.utf8), dryRun: isDryRun)
    do throws(any Error) {
      let write = isDryRun ? Write() : page.write(.string(table), caller)
      let answer = try await page.call.withTenant { try await file(caller, write, $0) }
      let counts = try JSONValue(parsing: answer.body)
      return reply(
        isDryRun ? .preview(counts: counts, table: table) : .done(counts: counts), page.newForm(), status: 200
      )
    } catch Procurement.Refusal.invalid(let errors) {
      return reply(.wrong(errors), page.newForm(), status: 422)
    }
  }

  private func refused(_ why: StorefrontText) -> PageReply {
    var form = page.newForm()
    form.problems = [
      FormState.Problem(
        field: Self.fileField, sentence: page.language(why), label: page.language(StorefrontText.table))
    ]
    return reply(nil, form, status: 422)
  }

  private func reply(_ outcome: Outcome?, _ form: FormState, status: Int) -> PageReply {
    .page(
      page.language(StorefrontText.bulk),
      ProductFilePage(language: page.language, form: form, outcome: outcome), status: status)
  }
}

/// The page of the table.
struct ProductFilePage: Component {
  /// More faults at once help nobody.
  private static let mostErrors = 50

  let language: Language
  let form: FormState
  let outcome: ProductFile.Outcome?

  func write(to h: Hypertext) {
    h.put(StorefrontCrumbs(language: language))
    h.h1(language(StorefrontText.bulk))
    switch outcome {
    case .preview(let counts, let table): preview(counts, table, h)
    case .done(let counts):
      h.put(
        Notice(
          title: language(StorefrontText.bulkDone), text: sentence(counts), tone: .good))
      h.p { h.put(LinkButton(url: "/storefront", text: language(MenuText.storefront))) }
    case .wrong(let errors):
      faults(errors, h)
      upload(h)
    case nil:
      h.p(language(StorefrontText.bulkLead))
      h.p {
        h.a("/storefront/template.csv", language(StorefrontText.template), .download("produk.csv"))
      }
      upload(h)
    }
  }

  private func sentence(_ counts: JSONValue) -> String {
    language(
      StorefrontText.counts(
        new: counts["imported"]?.int ?? 0, changed: counts["updated"]?.int ?? 0,
        same: counts["unchanged"]?.int ?? 0))
  }

  private func preview(_ counts: JSONValue, _ table: String, _ h: Hypertext) {
    h.put(Notice(title: language(StorefrontText.preview), text: sentence(counts)))
    h.p(language(StorefrontText.previewLead))
    h.form(.post, to: "/storefront/import") {
      h.put(HiddenFields(form: form))
      h.input(.hidden, .name(ProductFile.tableField), .value(table))
      h.div(.class("row")) {
        h.button(.submit, language(StorefrontText.takeTable))
        h.put(LinkButton(url: "/storefront/import", text: language(FormText.cancel), weight: .quiet))
      }
    }
  }

  private func faults(_ errors: [FieldError], _ h: Hypertext) {
    h.div(.class("notice"), .id("errors"), .role("alert"), .tabindex(-1), .data(.tone, Tone.bad.rawValue)) {
      h.h2(language(StorefrontText.tableWrong))
      h.ul {
        for error in errors.prefix(Self.mostErrors) {
          h.li("\(place(error)): \(language.pick(error.detail))")
        }
      }
      if errors.count > Self.mostErrors {
        h.p(language(StorefrontText.moreFaults(count: errors.count - Self.mostErrors)))
      }
    }
  }

  /// `/rows/17/price` as a line of the sheet, whose first line is the header, and the column.
  private func place(_ error: FieldError) -> String {
    let parts = error.pointer.split(separator: "/").map(String.init)
    guard parts.first == "rows", parts.count >= 2, let row = Int(parts[1]) else {
      return language(StorefrontText.header(parts.dropFirst().joined(separator: " ")))
    }
    return language(StorefrontText.line(row + 1, column: parts.count > 2 ? parts[2] : nil))
  }

  private func upload(_ h: Hypertext) {
    h.put(ErrorSummary(form: form))
    h.form(.post, to: "/storefront/import", .multipart(), .class("card form")) {
      h.put(HiddenFields(form: form))
      h.put(
        FileField(
          field: FieldLabel(
            name: ProductFile.fileField, label: language(StorefrontText.table),
            hint: language(StorefrontText.tableHint(kibibytes: ProductFile.largest / 1024))), form: form,
          accept: ".csv,text/csv"))
      h.button(.submit, language(StorefrontText.checkTable))
    }
  }
}
