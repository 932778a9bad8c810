import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// One step for several things at once: each is decided and recorded by itself.
struct Together {
  /// Things that one press takes on at most.
  static let most = 20

  let page: PageCall

  /// What came of one thing of several.
  struct Result: Sendable {
    let id: String
    let name: String?
    let refusal: String?
  }

  /// The things that are ticked, or whose field under this name is filled in.
  func chosen(_ prefix: String) -> [String] {
    let names = page.form.texts.keys.filter { $0.hasPrefix(prefix) && page.form.filled($0) != nil }
    return Array(names.map { String($0.dropFirst(prefix.count)) }.sorted().prefix(Self.most))
  }

  /// Carries out an operation for each; what is refused is told beside what was done.
  /// - Parameters:
  ///   - parameters: where the operation finds each.
  ///   - name: how the answer calls the thing.
  ///   - body: what is sent for each.
  func take(
    _ operation: String, _ ids: [String], parameters: (String) -> [String: String] = { ["id": $0] },
    name: (JSONValue) -> String?,
    body: (String) -> JSONValue = { _ in [:] }
  ) async throws -> [Result] {
    var results: [Result] = []
    for id in ids {
      do throws(any Error) {
        let version = page.form.filled("version.\(id)")
        let answer = try await page.carryOutOne(operation, parameters(id), body(id), version: version)
        results.append(Result(id: id, name: name(answer), refusal: nil))
      } catch let refusal as Procurement.Refusal {
        let refused = try page.refused(refusal, ActionForm(action: "", fields: []))
        let sentence = refused.message ?? refused.problems.first?.sentence
        results.append(Result(id: id, name: nil, refusal: sentence ?? page.language(SheetText.refused)))
      } catch let problem as Problem {
        let text = page.language.pick(ProblemText.of(problem.code).detail)
        results.append(Result(id: id, name: nil, refusal: text))
      }
    }
    return results
  }
}

extension PageCall {
  /// One of several operations that a form asks for; without a key of its own, since the version tells a repetition.
  fileprivate func carryOutOne(
    _ name: String, _ parameters: [String: String], _ sent: JSONValue, version: String?
  ) async throws -> JSONValue {
    let route = try operation(name)
    let gate = Gate(services: services, tenant: call.tenant, now: call.now)
    try await gate.check(route, call.actor, parameters)
    var body = sent
    if case .json(let shape) = route.body {
      let (valid, errors) = shape.validate(sent)
      guard errors.isEmpty else { throw Procurement.Refusal.invalid(errors) }
      body = valid
    }
    let write = Write(expectedVersions: [version ?? "v0"])
    let reply = try await route.handle(call.with(parameters: parameters, body: body, write: write))
    guard case .answer(let answer) = reply else { throw Problem.notFound }
    return try JSONValue(parsing: answer.body)
  }
}

/// What came of a step for several things.
struct TogetherOutcome: Component {
  let language: Language
  let results: [Together.Result]
  /// The page of one of them.
  let url: @Sendable (String) -> PageURL
  /// What one is called where it has no name.
  let thing: Words
  /// How many of them were done, and how many were not.
  let done: @Sendable (Int) -> Words
  let notDone: @Sendable (Int) -> Words

  func write(to h: Hypertext) {
    if results.isEmpty {
      return h.put(
        Notice(
          title: language(TogetherText.nothing), text: language(TogetherText.nothingAdvice), tone: .warn))
    }
    let refused = results.filter { $0.refusal != nil }
    let count = results.count - refused.count
    if count > 0 {
      h.put(Notice(title: language(SheetText.recorded), text: language(done(count)), tone: .good))
    }
    guard !refused.isEmpty else { return }
    h.div(.class("notice"), .role("alert"), .data(.tone, Tone.bad.rawValue)) {
      h.h2(language(notDone(refused.count)))
      h.ul {
        for result in refused {
          h.li {
            h.a(url(result.id), language(thing))
            h.text(" – \(result.refusal ?? "")")
          }
        }
      }
    }
  }
}

/// A box for one row of a table, with the version of what the row shows.
struct Tick: Component {
  let name: String
  let label: String
  let version: (name: String, number: Int)

  func write(to h: Hypertext) {
    h.input(.checkbox, .id(name), .name(name), .value("true"), .aria(.label, label))
    h.input(.hidden, .name(version.name), .value("v\(version.number)"))
  }
}

/// The words of steps for several things.
enum TogetherText {
  static let nothing = Words("Belum ada yang dipilih", "Nothing was chosen")
  static let nothingAdvice = Words(
    "Centang atau isi baris yang dimaksud, lalu tekan tombolnya lagi.",
    "Tick or fill in the rows that you mean, then press the button again.")
  static let tick = Words("Pilih", "Choose")
}
