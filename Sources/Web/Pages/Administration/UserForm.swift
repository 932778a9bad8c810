import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// What is filled in of an official's account.
struct UserForm {
  let page: PageCall

  private var language: Language { page.language }

  /// The API wants to be told that a certificate has no last day.
  static func dated(_ body: JSONValue) -> JSONValue {
    guard let certificate = body["certificate"], certificate["validUntil"] == nil else { return body }
    let dated = JSONValue.object(
      (certificate.members ?? []) + [JSONMember(name: "validUntil", value: .null)])
    return .object(
      (body.members ?? []).map {
        $0.name == "certificate" ? JSONMember(name: "certificate", value: dated) : $0
      })
  }

  /// A field that was emptied takes away what stood in it.
  static func whole(_ body: JSONValue) -> JSONValue {
    let members = dated(body).members ?? []
    let emptied = ["phone", "unitId", "certificate"].filter { name in
      !members.contains { $0.name == name }
    }
    return .object(members + emptied.map { JSONMember(name: $0, value: .null) })
  }

  func fields(_ user: JSONValue?) async throws -> [ActionForm.Field] {
    let units = try await page.units(
      user == nil ? "new.unitId" : "edit.unitId", current: user?["unitId"]?.text)
    let held = (user?["roles"]?.elements ?? []).compactMap(\.text)
    var roles = ActionForm.Field(
      name: "roles", label: language(UserText.roles), hint: language(UserText.rolesHint),
      kind: .ticks(
        Role.allCases.filter(\.isOfficial).map { Choice(value: $0.rawValue, text: language($0)) }))
    roles.ticked = held
    let certificate = user?["certificate"] ?? .null
    return [
      ActionForm.Field(name: "name", label: language(UserText.name), start: user?["name"]?.text ?? ""),
      ActionForm.Field(name: "email", label: language(UserText.email), start: user?["email"]?.text ?? ""),
      ActionForm.Field(
        name: "nip", label: language(UserText.nip), hint: language(UserText.nipHint),
        start: user?["nip"]?.text ?? "", maxLength: 18),
      ActionForm.Field(
        name: "phone", label: language(UserText.phone), isRequired: false, start: user?["phone"]?.text ?? "",
        maxLength: 20),
      roles,
      ActionForm.Field(
        name: "unitId", label: language(UserText.unit), hint: language(UserText.unitHint),
        kind: units,
        isRequired: false, start: user?["unitId"]?.text ?? ""),
      ActionForm.Field(
        name: "certificate.number", label: language(UserText.certificate),
        hint: language(UserText.certificateHint), isRequired: false, start: certificate["number"]?.text ?? "",
        maxLength: 100),
      ActionForm.Field(
        name: "certificate.validUntil", label: language(UserText.certificateUntil), kind: .day,
        isRequired: false, start: certificate["validUntil"]?.text ?? ""),
    ]
  }
}
