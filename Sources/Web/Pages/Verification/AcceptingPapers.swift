import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// A verifier lets several papers of a vendor count at once.
struct AcceptingPapers {
  static let act = "accept-papers"
  static let operation = "acceptVendorDocument"
  static let field = "papers"

  let page: PageCall
  let vendor: String
  /// As the API answers them.
  let papers: [JSONValue]

  /// - Returns: what of it was refused; nil where all was done.
  func callAsFunction() async throws -> RefusedAction? {
    let together = Together(page: page)
    let chosen = together.chosen("\(Self.act).\(Self.field).")
    guard !chosen.isEmpty else { return nothing }
    let results = try await together.take(
      Self.operation, chosen, parameters: { ["id": vendor, "documentId": $0] }, name: { $0["kind"]?.text })
    let refused = results.filter { $0.refusal != nil }
    guard !refused.isEmpty else { return nil }
    let sentences = refused.map { "\(kind($0.id)): \($0.refusal ?? "")" }
    let done = page.language(VerificationText.acceptedTogether(results.count - refused.count))
    return RefusedAction(act: Self.act, status: 409, message: ([done] + sentences).joined(separator: " "))
  }

  private var nothing: RefusedAction {
    let problem = FormState.Problem(
      field: "\(Self.act).\(Self.field)", sentence: page.language(TogetherText.nothing) + ".",
      label: page.language(VerificationText.papers))
    return RefusedAction(act: Self.act, status: 422, problems: [problem])
  }

  private func kind(_ id: String) -> String {
    let paper = papers.first { $0["id"]?.text == id }
    return page.language(VerificationText.paper(paper?["kind"]?.text ?? ""))
  }
}
