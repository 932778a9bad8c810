import EOrderRules
import Foundation
package import StrictJSON
import Tenancy

/// A change of the rules as somebody asks for it, made into the whole file that shall hold, and checked.
package struct RuleProposal: Sendable {
  package static let shape = Shape.component(
    "RuleDraftInput",
    .object([
      .optional("version", .text(max: 40), "The name of the new version; required without `file`."),
      .optional("effectiveFrom", .date, "The day from which it holds; required without `file`."),
      .optional(
        "settings", .map(of: .any(shownAs: value)),
        "New values by key, such as `order.cap_gross`; null goes back to what holds without the key."),
      .optional(
        "units", .map(of: .nullable(.map(of: .any(shownAs: value)))),
        "New values of single units, by code and key; null takes away what the unit has."),
      .optional(
        "file", .text(max: 1 << 20, multiline: true),
        "A whole tenant file, YAML or JSON, instead of all of these."),
      .optional("note", .nullable(.note)),
    ]))

  /// Scalars, lists of them, and sections of both; the refusals tell which of these a key takes.
  private static let value: JSONValue = {
    let scalar: JSONValue = [
      "anyOf": [
        Shape.text(min: 0, max: 1000).schema(), Shape.integer().schema(), Shape.boolean.schema(),
        ["type": "null"],
      ]
    ]
    let list: JSONValue = ["type": "array", "items": scalar]
    let section: JSONValue = [
      "type": "object", "propertyNames": Shape.names, "additionalProperties": ["anyOf": [scalar, list]],
    ]
    return ["anyOf": [scalar, list, section]]
  }()

  let bytes: [UInt8]
  let file: TenantFile
  let base: RuleHistory.Version
  let differences: [RuleDifference]
  /// Accepted versions that would never begin, or end with their first day, since this one begins before them.
  let replaced: [RuleHistory.Version]
  let note: String?

  /// - Parameters:
  ///   - history: the versions that the province has; a change of keys is one of the version in force on its day.
  ///   - known: the codes of the province's units.
  /// - Throws: `Refusal.invalid` with everything that is wrong.
  init(_ body: JSONValue, after history: RuleHistory, units known: Set<String>, today: Day) throws {
    guard let newest = history.newest else { throw Refusal.notFound }
    let national = newest.file.national
    let wanted = body["effectiveFrom"]?.day
    let from = try wanted.flatMap { try history.version(on: $0) } ?? newest
    let request = RuleRequest(body, base: from.file.settings)
    let errors = RuleFileErrors(
      request.isFile ? .member("file") : .changes(units: request.units), national: national,
      day: wanted ?? today)
    var refusals = request.refusals
    var read: TenantFile?
    do throws(RuleFileError) {
      read = try TenantFile(request.file, national: national, changeOn: today, from: newest.file.settings)
    } catch {
      // What the version before lends to a body without name and day is no error of the body.
      let lent = request.lacksName ? ["version", "effective_from"] : []
      refusals += errors(error.problems.filter { !lent.contains($0.key) })
    }
    let settings = read?.settings
    for unit in settings?.units ?? [] where !known.contains(unit) {
      refusals.append(
        FieldError(
          request.isFile ? "/file" : "/units/\(RuleRequest.escaped(unit))", .notFound,
          detail: Self.unknownUnit(unit)))
    }
    if let settings, !request.lacksName {
      if history.versions.contains(where: { $0.file.settings.value("version") == settings.value("version") })
      {
        refusals.append(FieldError(request.isFile ? "/file" : "/version", .alreadyRegistered))
      }
    }
    let differences = settings.map { RuleDifference.all(from: from.file.settings, to: $0) } ?? []
    if refusals.isEmpty, differences.isEmpty {
      refusals.append(FieldError(request.isFile ? "/file" : "/settings", .required, detail: Self.noChange))
    }
    guard let file = read, refusals.isEmpty else { throw Refusal.invalid(refusals) }
    self.file = file
    replaced = file.rulebook.effectiveFrom.map { history.replaced(from: $0) } ?? []
    bytes = request.file
    // What must not have changed until the approval is what was accepted last, whatever the change starts from.
    base = newest
    self.differences = differences
    note = body["note"]?.text
  }

  /// The replaced versions as a draft tells them.
  var replacedJSON: JSONValue {
    .array(
      replaced.map {
        let rulebook = $0.file.rulebook
        return ["version": .string(rulebook.version), "effectiveFrom": JSONValue(rulebook.effectiveFrom)]
      })
  }

  private static func unknownUnit(_ code: String) -> Bilingual {
    Bilingual(id: "Unit \(code) tidak ada.", en: "There is no unit \(code).")
  }

  private static let noChange = Bilingual(
    id: "Tidak ada yang berubah dibandingkan dengan aturan yang berlaku.",
    en: "Nothing changes against the rules in force.")
}
