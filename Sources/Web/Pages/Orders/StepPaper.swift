import Authentication
import Crypto
import EOrderRules
import Files
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The photo or file that comes with a step of an order.
struct StepPaper: Sendable {
  let kind: AttachmentKind
  let file: StoredFile

  static let cameraEnd = ".camera"
  static let fileEnd = ".file"

  /// The paper that was sent with a form; nil where none was.
  /// - Throws: `FileRefusal` for what is no photo and no PDF.
  init?(_ step: StepForm, _ form: SentForm, at now: Date) throws(FileRefusal) {
    for field in step.fields {
      guard case .paper(let kind) = field.kind else { continue }
      let name = step.prefix + field.name
      guard let bytes = form.files[name + Self.cameraEnd] ?? form.files[name + Self.fileEnd] else { continue }
      self.kind = kind
      file = try StoredFile(bytes, at: now)
      return
    }
    return nil
  }

  /// The field under which a refusal of the file is shown.
  static func field(of step: StepForm) -> String {
    let field = step.fields.first { if case .paper = $0.kind { true } else { false } }
    return step.prefix + (field?.name ?? "") + fileEnd
  }

  /// Attaches it to the order; sent again, it is the same attachment.
  /// - Returns: its id.
  func attach(to order: UUID, _ page: PageCall, _ caller: Caller) async throws -> UUID {
    let key = page.form.filled(HiddenFields.keyField).map { String($0.prefix(240)) + "-paper" }
    let write = Write(
      idempotency: key.map {
        IdempotentRequest(
          owner: caller.actor.userID.uuidString.lowercased(), route: "POST \(page.target)", key: $0,
          bodyHash: file.sha256, now: caller.now)
      })
    let attach = AttachPaper(order: order, kind: kind, file: file)
    let answer = try await page.call.withTenant { try await attach(caller, write, $0) }
    guard let id = try JSONValue(parsing: answer.body)["id"]?.uuid else { throw Problem.notFound }
    return id
  }
}

/// The two ways to bring a paper: the camera, and a file.
struct StepPaperFields: Component {
  let field: FieldLabel
  let form: FormState

  func write(to h: Hypertext) {
    h.fieldset(.class("field")) {
      h.legend {
        h.text(field.label)
        h.span(" (\(form.language(FormText.optional)))", .class("optional"))
      }
      if let hint = field.hint { h.p(hint, .class("hint")) }
      let (camera, file) = (field.name + StepPaper.cameraEnd, field.name + StepPaper.fileEnd)
      h.put(
        NamedFileField(
          id: camera, name: camera, label: form.language(PaperText.camera), hint: nil, form: form,
          accept: "image/*", usesCamera: true))
      h.put(
        NamedFileField(
          id: file, name: file, label: form.language(PaperText.file),
          hint: form.language(FormText.fileLimit(mebibytes: 10)), form: form,
          accept: "image/jpeg,image/png,application/pdf", usesCamera: false))
    }
  }
}
