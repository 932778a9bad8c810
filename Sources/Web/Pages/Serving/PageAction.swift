import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// Something that a page lets its reader do: an operation of the API as a form.
struct PageAction: Sendable {
  /// The last segment of the form's address; unique on its page.
  let act: String
  let operation: String
  var parameters: [String: String] = [:]
  let title: String
  var explanation: String?
  var fields: [ActionForm.Field] = []
  /// Members of the body that nobody fills in.
  var fixed: [JSONMember] = []
  /// Makes the body of what was typed, where that is more than its fields.
  var body: (@Sendable (JSONValue) -> JSONValue)?
  var weight: ButtonWeight = .main
  var version: Int?
  var isFolded = false
  /// Where it leads, with the answer at hand; the page itself where nil.
  var then: (@Sendable (JSONValue) -> PageURL?)?

  var form: ActionForm { ActionForm(action: act, fields: fields, fixed: fixed) }
}

/// Why an action was refused, and what the page shows of it.
struct RefusedAction: Sendable {
  let act: String
  let status: Int
  var problems: [FormState.Problem] = []
  var message: String?
}

/// The actions of one page: shown as forms, and carried out when one is sent.
struct PageActions: Sendable {
  let page: PageCall
  /// The address of the page; each form is sent below it.
  let path: [String]
  let actions: [PageAction]

  /// The forms, with what was typed and what is wrong with it where one was refused.
  func pieces(_ refused: RefusedAction?) -> [ActionFormPiece] {
    actions.map { action in
      let form = action.form
      var state = page.newForm(form.startValues)
      if let refused, refused.act == action.act {
        state = page.newForm(page.form.texts)
        state.problems = refused.problems
      }
      return ActionFormPiece(
        form: form, state: state, url: PageURL(path: path + [action.act]), title: action.title,
        explanation: action.explanation, weight: action.weight, version: action.version,
        isFolded: action.isFolded)
    }
  }

  /// The forms under a heading; the expected ones open, the others folded.
  func part(_ refused: RefusedAction?, title: Words = SheetText.act) -> [any Component] {
    let pieces = pieces(refused)
    guard !pieces.isEmpty else { return [] }
    return [ActionsPart(title: page.language(title), pieces: pieces)]
  }

  /// What is told above the page after an action.
  func notices(_ refused: RefusedAction?) -> [Notice] {
    if let refused {
      return refused.message.map {
        [Notice(title: page.language(SheetText.refused), text: $0, tone: .bad)]
      } ?? []
    }
    guard page.asked(PageCall.doneParameter) != nil else { return [] }
    return [
      Notice(
        title: page.language(SheetText.recorded), text: page.language(SheetText.recordedText), tone: .good)
    ]
  }

  /// Carries out the action that was sent.
  /// - Parameters:
  ///   - act: the action, where the address does not name it.
  ///   - again: shows the page once more with what was refused.
  func carryOut(
    _ act: String? = nil, _ again: (RefusedAction) async throws -> PageReply
  ) async throws -> PageReply {
    let wanted = act ?? page.call.parameters["act"]
    guard let action = actions.first(where: { $0.act == wanted }) else {
      // What is no longer open was open when the page was shown.
      return try await again(
        RefusedAction(act: "", status: 409, message: page.language(StepText.changed)))
    }
    let form = action.form
    let typed = form.body(page.form)
    do throws(any Error) {
      let answer = try await page.carryOut(
        action.operation, action.parameters, action.body?(typed) ?? typed)
      let value = (try? JSONValue(parsing: answer.body)) ?? .null
      return .redirect((action.then?(value) ?? here(action.act)).text)
    } catch let refusal as Procurement.Refusal {
      let refused = try page.refused(refusal, form)
      return try await again(
        RefusedAction(
          act: action.act, status: refused.status, problems: refused.problems, message: refused.message))
    } catch let problem as Problem where problem.status == 409 {
      return try await again(
        RefusedAction(
          act: action.act, status: 409, message: page.language.pick(ProblemText.of(problem.code).detail)))
    }
  }

  private func here(_ act: String) -> PageURL { PageURL(path: path, query: [(PageCall.doneParameter, act)]) }
}

/// Forms under a heading.
struct ActionsPart: Component {
  let title: String
  let pieces: [ActionFormPiece]

  func write(to h: Hypertext) {
    h.section(.class("steps")) {
      h.h2(title)
      for piece in pieces where !piece.isFolded { h.put(piece) }
      for piece in pieces where piece.isFolded { h.put(piece) }
    }
  }
}
