import Authentication
import EOrderRules
import Files
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// One of one's own products: its form, its pictures, and its steps.
struct OwnProductReading {
  static let pictureField = "picture"
  static let altField = "alt"

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  private var seller: Caller {
    get throws {
      let caller = try page.caller
      guard caller.actor.isVendor, caller.actor.vendorID != nil else { throw Problem.forbidden }
      return caller
    }
  }

  /// The empty form.
  func new() async throws -> PageReply {
    let form = try await newForm()
    return newReply(form, page.newForm(), status: 200)
  }

  func create() async throws -> PageReply {
    let (caller, form) = (try seller, try await newForm())
    let (body, errors) = CreateProduct.shape.validate(
      form.body(page.form).merging(
        form.fields.contains { $0.name == "priceIncludesVat" } ? [:] : ["priceIncludesVat": false]))
    do throws(any Error) {
      guard errors.isEmpty else { throw Procurement.Refusal.invalid(errors) }
      let (create, write) = (CreateProduct(body: body), page.write(body, caller))
      let answer = try await page.call.withTenant { try await create(caller, write, $0) }
      guard let id = try JSONValue(parsing: answer.body)["id"]?.uuid else { throw Problem.notFound }
      return .redirect(OwnProductPage.url(id, done: "created").text)
    } catch let refusal as Procurement.Refusal {
      let refused = try self.refused(refusal, form)
      var state = page.newForm(page.form.texts)
      state.problems = refused.problems
      return newReply(form, state, status: refused.status)
    }
  }

  private func newForm() async throws -> ActionForm {
    let caller = try seller
    let overview = try await page.call.withTenant { try await VendorOverview.read(caller, $0) }
    return ProductForms(
      language: page.language, rulebook: caller.rulebook,
      isVatRegistered: overview.vendor.profile.vatRegistered
    ).form(action: "product")
  }

  private func newReply(_ form: ActionForm, _ state: FormState, status: Int) -> PageReply {
    .page(
      page.language(StorefrontText.new),
      NewProductPage(language: page.language, form: form, state: state), status: status)
  }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  /// Why something was not done, and beside which form that stands.
  struct Refused: Sendable {
    let action: String
    let status: Int
    var problems: [FormState.Problem] = []
    var message: String?
  }

  /// A form of the page was sent: the content, a picture, or a step.
  func send() async throws -> PageReply {
    let caller = try seller
    let id = try page.call.id()
    switch page.call.parameters["action"] {
    case "edit": return try await edit(id, caller)
    case "pictures": return try await addPicture(id, caller)
    case "submit": return try await step(.submit, id, caller)
    case "delist": return try await step(.delist, id, caller)
    default: throw Problem.notFound
    }
  }

  private func edit(_ id: UUID, _ caller: Caller) async throws -> PageReply {
    let read = ReadOwnProduct(id)
    let own = try await page.call.withTenant { try await read(caller, $0) }
    let form = ProductForms(
      language: page.language, rulebook: caller.rulebook, isVatRegistered: own.isVatRegistered
    ).form(action: "edit")
    var members = form.body(page.form).members ?? []
    for name in ProductForms.clearable where !members.contains(where: { $0.name == name }) {
      members.append(JSONMember(name: name, value: .null))
    }
    let missing = form.fields.filter { $0.isRequired && page.form.filled(form.prefix + $0.name) == nil }
    let (body, errors) = PatchProduct.shape.validate(.object(members))
    do throws(any Error) {
      let all = errors + missing.map { FieldError("/\($0.name)", .required) }
      guard all.isEmpty else { throw Procurement.Refusal.invalid(all) }
      let (patch, write) = (PatchProduct(id, body: body), page.write(body, caller))
      _ = try await page.call.withTenant { try await patch(caller, write, $0) }
    } catch let refusal as Procurement.Refusal {
      return try await reply(refused: try refused(refusal, form))
    }
    return .redirect(OwnProductPage.url(id, done: "saved").text)
  }

  private func addPicture(_ id: UUID, _ caller: Caller) async throws -> PageReply {
    let bytes = page.form.files[PapersReading.cameraField] ?? page.form.files[PapersReading.fileField]
    guard let bytes else { return try await pictureRefused(.choosePicture) }
    let alt = page.form.filled(Self.altField).map { String($0.prefix(200)) }
    do throws(any Error) {
      let attach = try AttachPicture(product: id, alt: alt, bytes: bytes, at: caller.now)
      let body: JSONValue = ["alt": JSONValue(alt), "size": JSONValue(bytes.count)]
      let write = page.write(body, caller)
      _ = try await page.call.withTenant { try await attach(caller, write, $0) }
    } catch let refusal as FileRefusal {
      return try await pictureRefused(refusal == .tooLarge ? .pictureTooLarge : .pictureWrong)
    } catch Procurement.Refusal.conflict {
      return try await pictureRefused(.enoughPictures)
    }
    return .redirect(OwnProductPage.url(id, done: "picture").text)
  }

  private func pictureRefused(_ why: StorefrontText) async throws -> PageReply {
    try await reply(
      refused: Refused(
        action: "pictures", status: 422,
        problems: [
          FormState.Problem(
            field: "pictures.file", sentence: page.language(why), label: page.language(PaperText.file))
        ]))
  }

  func removePicture() async throws -> PageReply {
    let (caller, id) = (try seller, try page.call.id())
    let remove = RemovePicture(product: id, picture: try page.call.id("picture"))
    do throws(any Error) {
      let write = page.write([:], caller)
      _ = try await page.call.withTenant { try await remove(caller, write, $0) }
    } catch Procurement.Refusal.notFound {
      // Removed already, as when the button was pressed twice.
    }
    return .redirect(OwnProductPage.url(id, done: "removed").text)
  }

  private func step(_ transition: ProductTransition, _ id: UUID, _ caller: Caller) async throws -> PageReply {
    do throws(any Error) {
      let step = TransitionProduct(id, transition, body: [:])
      let write = page.write([:], caller)
      _ = try await page.call.withTenant { try await step(caller, write, $0) }
    } catch let refusal as Procurement.Refusal {
      return try await reply(
        refused: try refused(refusal, ActionForm(action: transition.rawValue, fields: [])))
    }
    return .redirect(OwnProductPage.url(id, done: transition.rawValue).text)
  }

  private func refused(_ refusal: Procurement.Refusal, _ form: ActionForm) throws -> Refused {
    if case .alreadyRegistered(let errors) = refusal {
      return Refused(action: form.action, status: 409, problems: form.problems(errors, page.language))
    }
    let refused = try page.refused(refusal, form)
    return Refused(
      action: form.action, status: refused.status, problems: refused.problems, message: refused.message)
  }

  private func reply(refused: Refused?) async throws -> PageReply {
    let (caller, read) = (try seller, ReadOwnProduct(try page.call.id()))
    let own = try await page.call.withTenant { try await read(caller, $0) }
    let forms = ProductForms(
      language: page.language, rulebook: caller.rulebook, isVatRegistered: own.isVatRegistered)
    let form = forms.form(action: "edit", own.product.content)
    var state = page.newForm(form.startValues)
    var pictureState = page.newForm()
    if let refused {
      if refused.action == "edit" { state = page.newForm(page.form.texts) }
      if refused.action == "edit" { state.problems = refused.problems }
      if refused.action == "pictures" { pictureState.problems = refused.problems }
    }
    let content = OwnProductPage(
      language: page.language, product: own.product, reason: own.reason, form: form, state: state,
      pictureState: pictureState,
      steps: allowedTransitions(state: own.product.state, roles: caller.actor.roles),
      stepForm: page.newForm(),
      message: refused?.message, done: refused == nil ? page.asked(PageCall.doneParameter) : nil)
    return .page(own.product.content.name, content, status: refused?.status ?? 200)
  }
}
