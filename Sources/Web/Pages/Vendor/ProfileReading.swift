import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// The profile of one's own vendor, and its changes.
struct ProfileReading {
  private static let mostSanctions = 20

  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply { try await reply(refused: nil) }

  /// The regions that are served were ticked anew.
  func changeRegions() async throws -> PageReply {
    let caller = try page.caller
    guard caller.actor.isVendor else { throw Problem.forbidden }
    let overview = try await page.call.withTenant { try await VendorOverview.read(caller, $0) }
    return try await ServedRegions(page: page, vendor: overview.vendor).actions.carryOut(ServedRegions.act) {
      try await reply(refused: nil, regions: $0)
    }
  }

  /// Why a change was not made.
  struct Refused: Sendable {
    let section: ProfileSection
    let status: Int
    let problems: [FormState.Problem]
    let message: String?
  }

  /// One section was filled in anew.
  func change() async throws -> PageReply {
    var caller = try page.caller
    guard let section = ProfileSection(rawValue: page.call.parameters["section"] ?? "") else {
      throw Problem.notFound
    }
    guard caller.actor.roles.contains(.vendorOwner), let vendor = caller.actor.vendorID else {
      throw Problem.forbidden
    }
    let proof = FreshProof(page, action: section.rawValue, isNeeded: section.needsProof)
    let form = proof.added(to: forms(caller).form(section.fields, action: section.rawValue))
    var members = (form.body(page.form).members ?? []).filter { $0.name != FreshProof.member }
    for name in section.clearable where !members.contains(where: { $0.name == name }) {
      members.append(JSONMember(name: name, value: .null))
    }
    let (body, errors) = PatchVendor.shape.validate(.object(members))
    do throws(any Error) {
      let missing = section.fields.filter {
        $0.isRequired && page.form.filled(form.prefix + $0.rawValue) == nil
      }
      let all = errors + missing.map { FieldError(Self.pointer($0), .required) }
      guard all.isEmpty else { throw Procurement.Refusal.invalid(all + proof.missing) }
      caller = try await proof.proved(caller)
      let patch = PatchVendor(vendor, body: body)
      let write = page.write(body, caller)
      _ = try await page.call.telling {
        try await page.call.withTenant { try await patch(caller, write, $0) }
      }
    } catch Procurement.Refusal.alreadyRegistered(let errors) {
      return try await reply(
        refused: Refused(
          section: section, status: 409, problems: form.problems(errors, page.language), message: nil))
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(refusal, form)
      return try await reply(
        refused: Refused(
          section: section, status: refused.status, problems: refused.problems, message: refused.message))
    }
    return .redirect("/profile?\(PageCall.doneParameter)=\(section.rawValue)")
  }

  private static func pointer(_ field: RegistrationField) -> String {
    "/" + field.rawValue.replacing(".", with: "/")
  }

  /// The registration is handed to the verifier.
  func submit() async throws -> PageReply {
    let caller = try page.caller
    guard let vendor = caller.actor.vendorID, caller.actor.roles.contains(.vendorOwner) else {
      throw Problem.forbidden
    }
    do throws(any Error) {
      let step = TransitionVendor(vendor, .submit, body: [:])
      let write = page.write([:], caller)
      _ = try await page.call.withTenant { try await step(caller, write, $0) }
    } catch let refusal as Procurement.Refusal {
      // What is missing, or that it is submitted already, stands on the page itself.
      if Problem(refusal).status == 404 { throw refusal }
      return .redirect("/profile/papers")
    }
    return .redirect("/desk?\(PageCall.doneParameter)=submitted")
  }

  private func forms(_ caller: Caller) -> RegistrationForms {
    RegistrationForms(
      language: page.language, rulebook: caller.rulebook, directory: page.services.directory,
      today: caller.today)
  }

  private func reply(refused: Refused?, regions: RefusedAction? = nil) async throws -> PageReply {
    let caller = try page.caller
    guard caller.actor.isVendor, let id = caller.actor.vendorID else { throw Problem.forbidden }
    let list = ListSanctions(vendor: id, PageRequest(limit: Self.mostSanctions, cursor: nil))
    let (overview, sanctions, asked) = try await page.call.withTenant { lease in
      (
        try await VendorOverview.read(caller, lease), try await list(caller, lease),
        try await KBLIRequest.latest(of: id, lease)
      )
    }
    let vendor = overview.vendor
    let forms = forms(caller)
    let fields = RegistrationDraft.fields(of: vendor.json(for: caller.actor, on: caller.today))
    let isOwner = caller.actor.roles.contains(.vendorOwner)
    let content = ProfilePage(
      language: page.language, zone: caller.tenant.calendar.zone, today: caller.today, overview: overview,
      told: ToldFields(
        language: page.language, directory: page.services.directory, forms: forms, fields: fields),
      lines: (fields[RegistrationDraft.linesField] ?? "").split(separator: "|").map(String.init),
      forms: isOwner ? sections(vendor, forms, fields, refused) : [:],
      coolingDays: caller.rulebook.vendors.bankCoolingDays,
      sanctions: (try JSONValue(parsing: sanctions.body))["items"]?.elements ?? [],
      submission: SubmissionPart(
        language: page.language, zone: caller.tenant.calendar.zone, overview: overview, form: page.newForm(),
        isOwner: isOwner),
      regions: ServedRegions(page: page, vendor: vendor).part(regions),
      request: asked.map { KBLIRequestPart(language: page.language, places: page.places, request: $0) },
      ways: isOwner ? ways(vendor, hasAsked: asked?.state == .open) : [],
      done: refused == nil
        ? page.asked(PageCall.doneParameter).flatMap(ProfileSection.init(rawValue:)) : nil,
      refused: refused)
    return .page(page.language(ProfileText.title), content, status: refused?.status ?? regions?.status ?? 200)
  }

  /// What the owner changes on pages of its own.
  private func ways(_ vendor: VendorRow, hasAsked: Bool) -> [LinkRow.Link] {
    let people = LinkRow.Link(url: "/profile/people", text: page.language(StaffText.manage))
    let lines = LinkRow.Link(url: "/profile/lines", text: page.language(StaffText.changeLines))
    let mayAsk = vendor.state == .verified && !hasAsked
    return vendor.state.isEditable || mayAsk ? [lines, people] : [people]
  }

  private func sections(
    _ vendor: VendorRow, _ forms: RegistrationForms, _ fields: [String: String], _ refused: Refused?
  ) -> [ProfileSection: ActionFormPiece] {
    var pieces: [ProfileSection: ActionFormPiece] = [:]
    for section in ProfileSection.allCases where section.mayChange(in: vendor.state) {
      let proof = FreshProof(page, action: section.rawValue, isNeeded: section.needsProof)
      let form = proof.added(to: forms.form(section.fields, action: section.rawValue, current: fields))
      var state = page.newForm(form.startValues)
      if let refused, refused.section == section {
        state = page.newForm(page.form.texts)
        state.problems = refused.problems
      }
      pieces[section] = ActionFormPiece(
        form: form, state: state, url: PageURL(path: ["profile", section.rawValue]),
        title: page.language(ProfileText.changeOf(section)), version: vendor.version, isFolded: true)
    }
    return pieces
  }
}
