import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

extension VendorPages {
  /// What the reader may do with the vendor now, the expected step open and the others folded.
  func actions(_ vendor: JSONValue, _ papers: [JSONValue], _ requests: [JSONValue]) -> PageActions {
    let id = vendor["id"]?.text ?? ""
    let allowed = (vendor["allowedTransitions"]?.elements ?? []).compactMap {
      $0.text.flatMap(VendorTransition.init)
    }
    var actions = allowed.compactMap { transition(of: $0, id, vendor["version"]?.int) }
    if page.may("acceptVendorDocument"), vendor["state"]?.text != VendorState.submitted.rawValue {
      let unchecked = papers.filter { $0["checkedAt"]?.isNull ?? true }
      if unchecked.count > 1 { actions.append(acceptSeveral(unchecked, id)) }
      actions += unchecked.map { accept($0, id, isFolded: unchecked.count > 1) }
    }
    if page.may("acceptKBLIRequest") { actions += requests.flatMap { answers($0, id) } }
    let isChanged = !(vendor["bankChangedAt"]?.isNull ?? true)
    if page.may("checkVendorAccount"), isChanged, vendor["bankCheckedAt"]?.isNull ?? true {
      actions.append(checkAccount(id, vendor["version"]?.int))
    }
    if !(page.call.actor?.roles.isDisjoint(with: ReadVendor.mayUnmask) ?? true) {
      actions.append(unmasking(id))
    }
    return PageActions(page: page, path: ["vendors", id], actions: actions)
  }

  private func transition(of transition: VendorTransition, _ id: String, _ version: Int?) -> PageAction? {
    guard [.verify, .return, .reject, .suspend, .reinstate, .blacklist].contains(transition) else {
      return nil
    }
    let isForward = [.verify, .reinstate].contains(transition)
    var fields: [ActionForm.Field] = []
    if transition.needsDecree {
      fields = [
        ActionForm.Field(name: "decree", label: language(SanctionText.decree)),
        ActionForm.Field(name: "until", label: language(SanctionText.until), kind: .day),
      ]
    }
    fields.append(
      ActionForm.Field(
        name: "reason", label: language(SanctionText.reason),
        hint: language(isForward ? VerificationText.reasonIfNeeded : VerificationText.reasonIsTold),
        kind: .lines,
        isRequired: transition.rule.reason == .required && !transition.needsDecree, maxLength: 2000))
    return PageAction(
      act: transition.rawValue, operation: "\(transition)Vendor", parameters: ["id": id],
      title: language(VerificationText.act(transition)),
      explanation: language(VerificationText.means(transition)), fields: fields,
      weight: isForward ? .main : [.reject, .blacklist, .suspend].contains(transition) ? .bad : .quiet,
      version: version, isFolded: !isForward && transition != .return)
  }

  /// Several papers at once; each is decided and recorded by itself.
  private func acceptSeveral(_ papers: [JSONValue], _ id: String) -> PageAction {
    let choices = papers.map { paper in
      let kind = language(VerificationText.paper(paper["kind"]?.text ?? ""))
      let until = paper["validUntil"]?.day.map { language(VerificationText.validUntil(language.day($0))) }
      return Choice(
        value: paper["id"]?.text ?? "",
        text: [kind, shown.instant(paper["createdAt"]), until].compactMap { $0 }.joined(separator: " · "))
    }
    return PageAction(
      act: AcceptingPapers.act, operation: AcceptingPapers.operation, parameters: ["id": id],
      title: language(VerificationText.acceptSeveral),
      explanation: language(VerificationText.acceptSeveralMeans),
      fields: [
        ActionForm.Field(
          name: AcceptingPapers.field, label: language(VerificationText.papers), kind: .ticks(choices))
      ])
  }

  private func accept(_ paper: JSONValue, _ id: String, isFolded: Bool) -> PageAction {
    let document = paper["id"]?.text ?? ""
    let kind = language(VerificationText.paper(paper["kind"]?.text ?? ""))
    return PageAction(
      act: "accept.\(document)", operation: "acceptVendorDocument",
      parameters: ["id": id, "documentId": document],
      title: language(VerificationText.acceptPaper(kind)),
      explanation: language(VerificationText.acceptMeans(shown.day(paper["validUntil"]))), weight: .quiet,
      isFolded: isFolded)
  }

  private func answers(_ request: JSONValue, _ id: String) -> [PageAction] {
    AnswerKBLIRequest.Word.allCases.map { word in
      PageAction(
        act: "\(word.rawValue)-kbli", operation: "\(word)KBLIRequest",
        parameters: ["id": id, "requestId": request["id"]?.text ?? ""],
        title: language(VerificationText.answerLines(word)),
        fields: [
          ActionForm.Field(
            name: "reason", label: language(SanctionText.reason),
            hint: language(
              word == .accept ? VerificationText.reasonIfNeeded : VerificationText.reasonIsTold),
            kind: .lines, isRequired: word == .refuse, maxLength: 2000)
        ], weight: word == .accept ? .main : .quiet, version: request["version"]?.int,
        isFolded: word == .refuse)
    }
  }

  private func checkAccount(_ id: String, _ version: Int?) -> PageAction {
    PageAction(
      act: "check-account", operation: "checkVendorAccount", parameters: ["id": id],
      title: language(VerificationText.checkAccount),
      explanation: language(VerificationText.checkAccountMeans),
      fields: [
        ActionForm.Field(
          name: "reason", label: language(SanctionText.reason),
          hint: language(VerificationText.otherNameHint),
          kind: .lines, isRequired: false, maxLength: 2000)
      ], weight: .quiet, version: version)
  }

  private func unmasking(_ id: String) -> PageAction {
    PageAction(
      act: "unmask", operation: "readVendor", parameters: ["id": id],
      title: language(VerificationText.unmask), explanation: language(VerificationText.unmaskMeans),
      fields: [ActionForm.Field(name: "reason", label: language(SanctionText.reason))], weight: .quiet,
      isFolded: true)
  }
}
