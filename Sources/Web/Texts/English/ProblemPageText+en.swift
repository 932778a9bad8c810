extension ProblemPageText {
  var english: String {
    switch self {
    case .home: "To the start page"
    case .signIn: "Sign in"
    case .orders: "To the orders"
    case .reference(let id): "Reference: \(id)"
    case .foreignForm: "A form from another site"
    case .foreignFormAdvice: "This form was not sent from a page of e-Order, so nothing was done."
    case .staleForm: "The form is out of date"
    case .staleFormAdvice: "You may have signed out or in again. Open the page once more and send it again."
    case .wayOn: "What you can do"
    }
  }
}
