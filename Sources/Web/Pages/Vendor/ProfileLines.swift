import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The lines of business of one's own vendor: changed while its registration is open, asked for once it is verified.
struct ProfileLines {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let vendor = try await own()
    let words = page.asked("q") ?? ""
    let typed = page.newForm([ChosenLines.wordsField: words])
    return reply(lines(vendor, adding: page.asked("lines")), words, typed, vendor, message: nil, status: 200)
  }

  /// Nothing is kept before the button that saves; what was ticked travels along with a search.
  func save() async throws -> PageReply {
    let vendor = try await own()
    let lines = ChosenLines(page.form, before: codes(vendor))
    var form = page.newForm(page.form.texts)
    if let problem = lines.problem(page.language) {
      form.problems = [problem]
      return reply(lines.codes, lines.words, form, vendor, message: nil, status: 422)
    }
    if lines.searches {
      return .redirect(
        PageURL(
          path: ["profile", "lines"],
          query: [("q", lines.words), ("lines", lines.codes.joined(separator: "|"))]
        ).text)
    }
    do throws(any Error) {
      try await send(lines.codes, vendor)
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(
        refusal, ActionForm(action: "lines", fields: [Self.reason(page.language)]))
      form.problems = refused.problems.filter { $0.field == Self.reasonField }
      let others = refused.problems.filter { $0.field != Self.reasonField }.map(\.sentence)
      return reply(
        lines.codes, lines.words, form, vendor, message: refused.message ?? others.first,
        status: refused.status)
    }
    let done = isVerified(vendor) ? "asked" : ProfileSection.business.rawValue
    return .redirect("/profile?\(PageCall.doneParameter)=\(done)")
  }

  private static let reasonField = "lines.reason"

  private static func reason(_ language: Language) -> ActionForm.Field {
    ActionForm.Field(
      name: "reason", label: language(StaffText.linesReason), hint: language(StaffText.linesReasonHint),
      kind: .lines, maxLength: 2000)
  }

  private func send(_ codes: [String], _ vendor: JSONValue) async throws {
    let parameters = ["id": vendor["id"]?.text ?? ""]
    let kbli = JSONMember(name: "kbli", value: .array(codes.compactMap { KBLI($0)?.json }))
    guard isVerified(vendor) else {
      _ = try await page.carryOut("editVendor", parameters, .object([kbli]))
      return
    }
    let reason = page.form.filled(Self.reasonField).map { [JSONMember(name: "reason", value: .string($0))] }
    _ = try await page.carryOut("askForKBLI", parameters, .object([kbli] + (reason ?? [])))
  }

  private func isVerified(_ vendor: JSONValue) -> Bool {
    vendor["state"]?.text == VendorState.verified.rawValue
  }

  private func own() async throws -> JSONValue {
    let actor = try page.actor
    guard actor.roles.contains(.vendorOwner), let id = actor.vendorID else { throw Problem.forbidden }
    return try await page.ask("readVendor", ["id": id.uuidString.lowercased()])
  }

  private func codes(_ vendor: JSONValue) -> [String] {
    (vendor["kbli"]?.elements ?? []).compactMap { KBLI(json: $0)?.description }
  }

  private func lines(_ vendor: JSONValue, adding kept: String?) -> [String] {
    guard let kept else { return codes(vendor) }
    return kept.split(separator: "|").map(String.init).filter { KBLI($0) != nil }
  }

  private func reply(
    _ chosen: [String], _ words: String, _ form: FormState, _ vendor: JSONValue, message: String?, status: Int
  ) -> PageReply {
    let content = ProfileLinesPage(
      language: page.language,
      chooser: LineChooser(form: form, places: page.places, chosen: chosen, words: words),
      reason: isVerified(vendor) ? ActionForm(action: "lines", fields: [Self.reason(page.language)]) : nil,
      version: isVerified(vendor) ? nil : vendor["version"]?.int, message: message)
    return .page(page.language(RegistrationText.stepTitle(.lines)), content, status: status)
  }
}

/// The page on which they are chosen.
struct ProfileLinesPage: Component {
  let language: Language
  let chooser: LineChooser
  /// Why a verified vendor asks.
  let reason: ActionForm?
  let version: Int?
  let message: String?

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(SheetText.way),
        steps: [Breadcrumbs.Step(text: language(ProfileText.title), url: "/profile")]))
    h.div(.class("narrow stack")) {
      h.h1(language(RegistrationText.stepTitle(.lines)))
      if reason != nil { h.p(language(StaffText.linesAsked), .class("lead")) }
      if let message { h.put(Notice(title: language(ProfileText.notSaved), text: message, tone: .bad)) }
      h.put(ErrorSummary(form: chooser.form))
      h.form(.post, to: PageURL(path: ["profile", "lines"]), .class("card form")) {
        h.put(HiddenFields(form: chooser.form))
        if let version { h.input(.hidden, .name(StepFormPiece.versionField), .value("v\(version)")) }
        h.put(chooser)
        if let reason { h.put(ActionFields(form: reason, state: chooser.form)) }
        h.button(.submit, language(reason == nil ? FormText.save : .send))
      }
    }
  }
}
