import Authentication
import EOrderRules
import Files
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The papers of one's own vendor: what is asked for and why, its state, and a form for each.
struct PapersReading {
  static let cameraField = "camera"
  static let fileField = "file"
  static let lastDayField = "validUntil"

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    try await reply(page.newForm(), at: nil, status: 200)
  }

  /// One paper as it was handed in.
  func file() async throws -> PageReply {
    let caller = try page.caller
    guard let vendor = caller.actor.vendorID else { throw Problem.forbidden }
    let read = ReadVendorDocument(vendor: vendor, document: try page.call.id())
    return PageReply(content: .file(try await page.call.withTenant { try await read(caller, $0) }))
  }

  /// A photo by the camera or a file, with its last day where it has one.
  func handIn() async throws -> PageReply {
    let caller = try page.caller
    guard let vendor = caller.actor.vendorID else { throw Problem.forbidden }
    guard let kind = page.call.parameters["kind"], RuleKey.documentKinds.contains(kind) else {
      throw Problem.notFound
    }
    let typed = page.form.filled(Self.lastDayField)
    let (fields, errors) = AttachVendorDocument.fields.validate([
      "kind": .string(kind), "validUntil": JSONValue(typed),
    ])
    guard errors.isEmpty else { return try await refused(kind, errors) }
    let bytes = page.form.files[Self.cameraField] ?? page.form.files[Self.fileField]
    guard let bytes else { return try await refused(kind, Self.fileField, .chooseFile) }
    let file: StoredFile
    do {
      file = try StoredFile(bytes, at: caller.now)
    } catch {
      return try await refused(kind, Self.fileField, error == .tooLarge ? .tooLarge : .wrongType)
    }
    let body: JSONValue = ["kind": .string(kind), "sha256": .string(hexadecimal(file.sha256))]
    do throws(any Error) {
      let attach = AttachVendorDocument(vendor: vendor, fields: fields, file: file)
      let write = page.write(body, caller)
      _ = try await page.call.withTenant { try await attach(caller, write, $0) }
    } catch Procurement.Refusal.invalid(let errors) {
      return try await refused(kind, errors)
    }
    return .redirect(
      PageURL(path: ["profile", "papers"], query: [(PageCall.doneParameter, kind)], fragment: kind).text)
  }

  private func refused(_ kind: String, _ errors: [FieldError]) async throws -> PageReply {
    var form = page.newForm(page.form.texts)
    form.problems = errors.map {
      FormState.Problem(
        field: "\(kind).\(Self.lastDayField)", sentence: page.language.pick($0.detail),
        label: page.language(PaperText.lastDay))
    }
    return try await reply(form, at: kind, status: 422)
  }

  private func refused(_ kind: String, _ field: String, _ why: PaperText) async throws -> PageReply {
    var form = page.newForm(page.form.texts)
    form.problems = [
      FormState.Problem(
        field: "\(kind).\(field)", sentence: page.language(why), label: page.language(PaperText.file))
    ]
    return try await reply(form, at: kind, status: 422)
  }

  private func reply(_ form: FormState, at kind: String?, status: Int) async throws -> PageReply {
    let caller = try page.caller
    guard caller.actor.isVendor else { throw Problem.forbidden }
    let overview = try await page.call.withTenant { try await VendorOverview.read(caller, $0) }
    let content = PapersPage(
      language: page.language, zone: caller.tenant.calendar.zone, today: caller.today, overview: overview,
      form: form, refusedKind: kind, done: kind == nil ? page.asked(PageCall.doneParameter) : nil,
      submission: SubmissionPart(
        language: page.language, zone: caller.tenant.calendar.zone, overview: overview, form: page.newForm(),
        isOwner: caller.actor.roles.contains(.vendorOwner)))
    return .page(page.language(PaperText.title), content, status: status)
  }
}
