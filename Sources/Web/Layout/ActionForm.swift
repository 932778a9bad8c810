import EOrderRules
import Foundation
import HTML
import StrictJSON

/// A form that becomes the body of one request of the API: its fields are named like the API's pointers, with dots.
///
/// Several of these may stand on one page, so the names begin with the action's.
struct ActionForm: Sendable {
  /// One field, which becomes a member of the body.
  struct Field: Sendable {
    enum Kind: Sendable {
      case line, lines, day, money, number, email, phone, password
      /// A code of digits, in which people write dots and blanks.
      case digits
      case choice([Choice])
      /// A choice out of a long list, of which a part of the name is typed.
      case lookup(Lookup)
      /// A code of capital letters and digits, in which people write blanks and small letters.
      case code
      /// A choice of a few that are all in sight; the value is a text.
      case radio([Choice])
      /// Any of a few, which become a list.
      case ticks([Choice])
      /// A box that is ticked for `true`.
      case tick
      /// Yes or no.
      case truth(yes: String, no: String)
      /// Codes with commas between, which become a list.
      case codes
      /// A day with its hour on the clocks of a zone.
      case moment(OfficialZone)
    }

    /// `deliverTo.street` is a member of a member, `lines.0.quantity` one of a list's first element.
    let name: String
    let label: String
    var hint: String?
    var kind = Kind.line
    var isRequired = true
    /// What stands in it at first.
    var start = ""
    /// What is ticked at first.
    var ticked: [String] = []
    var maxLength = 200
    /// What a browser may fill in by itself.
    var autocomplete = "off"
  }

  let action: String
  let fields: [Field]
  /// Members that nobody fills in.
  var fixed: [JSONMember] = []

  var prefix: String { action + "." }

  /// What stands in the fields at first.
  var startValues: [String: String] {
    var values = Dictionary(
      uniqueKeysWithValues: fields.filter { !$0.start.isEmpty }.map { (prefix + $0.name, $0.start) })
    for field in fields { for value in field.ticked { values["\(prefix)\(field.name).\(value)"] = "true" } }
    return values
  }

  /// What is wrong with the fields; an error of something that the form does not ask for stands at its first field.
  func problems(_ errors: [FieldError], _ language: Language) -> [FormState.Problem] {
    var found: [FormState.Problem] = []
    for error in errors {
      let path = FormState.field(pointer: error.pointer)
      for field in places(of: error, path) {
        let problem = FormState.Problem(
          field: prefix + (field?.name ?? path),
          sentence: field?.sentence(error, language) ?? language.pick(error.detail), label: field?.label)
        if !found.contains(problem) { found.append(problem) }
      }
    }
    let order = fields.map { prefix + $0.name }
    let places = found.map { order.firstIndex(of: $0.field) ?? order.count }
    return zip(places, found.indices).sorted { $0 < $1 }.map { found[$0.1] }
  }

  /// The fields that an error is about; a group that is missing as a whole is missing in each that it needs.
  private func places(of error: FieldError, _ path: String) -> [Field?] {
    if let own = fields.first(where: { path == $0.name || path.hasPrefix($0.name + ".") }) { return [own] }
    let within = fields.filter { $0.name.hasPrefix(path + ".") }
    let needed = within.filter(\.isRequired)
    if error.code == .required, !needed.isEmpty { return needed }
    return [within.first ?? fields.first]
  }

  /// The fields that have to be filled in and were left blank.
  func blanks(_ sent: SentForm) -> [FieldError] {
    fields.filter { $0.isRequired && sent.filled(prefix + $0.name) == nil }.compactMap { field in
      if case .ticks = field.kind { return nil }
      return FieldError("/" + field.name.replacing(".", with: "/"), .required)
    }
  }
}
