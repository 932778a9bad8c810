import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// One request for a page: the call that use cases work with, and what only pages need.
struct PageCall: Sendable {
  let call: Call
  /// The path with its query, to which a person comes back after signing in or choosing a language.
  let target: String
  /// The raw query of the request.
  let query: String?
  /// Empty for a page that is only read.
  let form: SentForm
  /// What forms are bound to: the session's token, or the visit's secret before anybody is signed in.
  let formSecret: Secret
  let cookies: PageCookies
  /// Where the texts after an action are asked for.
  static let doneParameter = "done"

  var language: Language { call.language }
  var services: Services { call.services }

  /// The same request with a form that its address told.
  func with(_ form: SentForm) -> PageCall {
    PageCall(
      call: call, target: target, query: query, form: form, formSecret: formSecret, cookies: cookies)
  }

  /// The state of a form that nobody has filled in.
  func newForm(_ values: [String: String] = [:]) -> FormState {
    FormState(
      language: language, values: values, problems: [], token: FormProof(formSecret).text,
      idempotencyKey: UUID().uuidString.lowercased())
  }

  /// The form that was sent, with what is wrong with it.
  /// - Parameter label: what the field of this name is called.
  func sentForm(problems: [FieldError], label: (String) -> any Phrase) -> FormState {
    var state = newForm(form.texts)
    state.problems = problems.map {
      let name = FormState.field(pointer: $0.pointer)
      return FormState.Problem(
        field: name, sentence: language.pick($0.detail), label: language(label(name)))
    }
    return state
  }

  /// The first text of this name in the query.
  func asked(_ name: String) -> String? {
    QueryReader.pairs(query).first { $0.0 == name }?.1
  }

  /// The signed-in person.
  /// - Throws: `SignInNeeded`.
  var actor: Actor {
    get throws {
      guard let actor = call.actor else { throw SignInNeeded(target: target) }
      return actor
    }
  }

  /// The signed-in person's request.
  /// - Throws: `SignInNeeded`.
  var caller: Caller {
    get throws {
      _ = try actor
      return try call.caller
    }
  }

  /// The province's clock.
  var zone: OfficialZone? { call.tenant?.calendar.zone }
}

/// The page is for people who are signed in.
struct SignInNeeded: Error {
  let target: String
}

/// A path of this host that somebody sent along, to go there afterwards.
enum LocalPath {
  /// The path, or the start page where the text might lead elsewhere.
  static func checked(_ text: String?) -> String {
    guard let text, text.hasPrefix("/"), text.utf8.count <= 2000, PageURL(checking: text) != nil else {
      return "/"
    }
    return text
  }
}
