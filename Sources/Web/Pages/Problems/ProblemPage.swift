import HTML
import StrictJSON

/// A page that says why something did not work, and how to go on.
struct ProblemPage: Component {
  let title: String
  private let detail: String
  private let sentences: [String]
  private let language: Language
  private let isSignedIn: Bool
  private let needsSignIn: Bool
  private let hasStart: Bool
  private let traceID: String

  init(_ problem: Problem, language: Language, isSignedIn: Bool, traceID: String) {
    switch problem.code {
    case "foreign_form":
      title = language(ProblemPageText.foreignForm)
      detail = language(ProblemPageText.foreignFormAdvice)
    case "stale_form":
      title = language(ProblemPageText.staleForm)
      detail = language(ProblemPageText.staleFormAdvice)
    default:
      let text = ProblemText.of(problem.code)
      title = language.pick(text.title)
      detail = language.pick(text.detail)
    }
    sentences = problem.errors.map { language.pick($0.detail) }
    self.language = language
    self.isSignedIn = isSignedIn
    needsSignIn = problem.status == 401 || problem.code == "stale_form"
    hasStart = !["unknown_tenant", "tenant_suspended", "misdirected_request"].contains(problem.code)
    self.traceID = traceID
  }

  func write(to h: Hypertext) {
    h.div(.class("narrow")) {
      h.h1(title)
      h.p(detail)
      if !sentences.isEmpty { h.ul { for sentence in sentences { h.li(sentence) } } }
      if hasStart {
        h.div(.class("actions")) {
          if needsSignIn, !isSignedIn {
            h.put(LinkButton(url: "/sign-in", text: language(ProblemPageText.signIn)))
          }
          h.put(LinkButton(url: "/", text: language(ProblemPageText.home), weight: .quiet))
        }
      }
      h.p(.class("quiet trace")) {
        h.text(language(ProblemPageText.reference("")))
        h.code(traceID)
      }
    }
  }
}
