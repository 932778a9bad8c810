import Authentication
import EOrderRules
import Files
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// Papers and photos of an order: those that are there, and a form for one more.
struct OrderPapers {
  static let kindField = "kind"

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  static func url(_ order: UUID) -> PageURL {
    PageURL(path: ["orders", order.uuidString.lowercased(), "papers"])
  }

  func show() async throws -> PageReply { try await reply(page.newForm(), status: 200) }

  func send() async throws -> PageReply {
    let (caller, view) = try await order()
    guard let kind = page.form.filled(Self.kindField).flatMap(AttachmentKind.init(rawValue:)) else {
      return try await refused(Self.kindField, OrderPapersText.chooseKind)
    }
    let bytes = page.form.files[PapersReading.cameraField] ?? page.form.files[PapersReading.fileField]
    guard let bytes else { return try await refused(PapersReading.fileField, PaperText.chooseFile) }
    let file: StoredFile
    do {
      file = try StoredFile(bytes, at: caller.now)
    } catch {
      return try await refused(
        PapersReading.fileField, error == .tooLarge ? PaperText.tooLarge : PaperText.wrongType)
    }
    let body: JSONValue = ["kind": .string(kind.rawValue), "sha256": .string(hexadecimal(file.sha256))]
    let attach = AttachPaper(order: view.order.id, kind: kind, file: file)
    let write = Write(idempotency: page.write(body, caller).idempotency)
    _ = try await page.call.withTenant { try await attach(caller, write, $0) }
    return .redirect(Self.url(view.order.id).text + "?done=true")
  }

  /// - Throws: 403 for people who take no part in the order, 404.
  private func order() async throws -> (Caller, OrderView) {
    let caller = try page.caller
    let view = try await OrderReading(page).view(caller)
    guard !view.order.effectiveRoles(of: caller.actor).isDisjoint(with: OrderRoutes.parties) else {
      throw Problem.forbidden
    }
    return (caller, view)
  }

  private func refused(_ field: String, _ why: some Phrase) async throws -> PageReply {
    var form = page.newForm(page.form.texts)
    let label =
      field == OrderPapers.kindField ? page.language(OrderPapersText.kind) : page.language(PaperText.file)
    form.problems = [FormState.Problem(field: field, sentence: page.language(why), label: label)]
    return try await reply(form, status: 422)
  }

  private func reply(_ form: FormState, status: Int) async throws -> PageReply {
    let (_, view) = try await order()
    let content = OrderPapersPage(
      language: page.language, view: view, form: form,
      isDone: status == 200 && page.asked(PageCall.doneParameter) != nil)
    return .page(page.language(OrderPapersText.title), content, status: status)
  }
}

/// The page of an order's papers.
struct OrderPapersPage: Component {
  let language: Language
  let view: OrderView
  let form: FormState
  let isDone: Bool

  func write(to h: Hypertext) {
    let number = view.order.number ?? language(OrderText.withoutNumber)
    h.put(
      Breadcrumbs(
        label: language(OrderText.title),
        steps: [
          Breadcrumbs.Step(text: language(OrderText.title), url: "/orders"),
          Breadcrumbs.Step(text: number, url: OrderPage.url(view.order.id)),
        ]))
    h.h1(language(OrderPapersText.title))
    if isDone { h.put(Remark(text: language(OrderPapersText.done), tone: .good)) }
    h.put(AttachedPapers(language: language, order: view.order.id, papers: view.attachments))
    h.put(ErrorSummary(form: form))
    h.form(.post, to: OrderPapers.url(view.order.id), .multipart(), .class("card form")) {
      h.put(HiddenFields(form: form))
      h.put(
        SelectField(
          field: FieldLabel(name: OrderPapers.kindField, label: language(OrderPapersText.kind)), form: form,
          choices: AttachmentKind.allCases.map {
            Choice(value: $0.rawValue, text: language(OrderText.paper($0.rawValue)))
          }))
      h.put(
        NamedFileField(
          id: PapersReading.cameraField, name: PapersReading.cameraField, label: language(PaperText.camera),
          hint: nil, form: form, accept: "image/*", usesCamera: true))
      h.put(
        NamedFileField(
          id: PapersReading.fileField, name: PapersReading.fileField, label: language(PaperText.file),
          hint: language(FormText.fileLimit(mebibytes: 10)), form: form,
          accept: "image/jpeg,image/png,application/pdf", usesCamera: false))
      h.button(.submit, language(PaperText.send))
    }
  }
}

/// The papers that are attached to an order, each to be downloaded.
struct AttachedPapers: Component {
  let language: Language
  let order: UUID
  let papers: [OrderAttachment]
  /// Whether the reader may know of them and open none.
  var areClosed = false

  func write(to h: Hypertext) {
    guard !papers.isEmpty else { return h.p(language(OrderPapersText.none), .class("quiet")) }
    h.ul {
      for paper in papers {
        h.li {
          let path = ["orders", order, "attachments", paper.id].map { "\($0)".lowercased() }
          let name = language(OrderText.paper(paper.kind))
          if areClosed { h.text(name) } else { h.a(PageURL(path: path), name, .download(paper.kind)) }
          h.text(" ")
          h.span(language(OrderText.size(kibibytes: max(1, paper.size / 1024))), .class("quiet"))
        }
      }
    }
  }
}
