extension SignInText {
  var english: String {
    switch self {
    case .title: "Sign in"
    case .lead: "For procurement officials, treasurers, auditors and vendors who have an account."
    case .leadCentral: "For central administrators."
    case .email: "E-mail address"
    case .password: "Password"
    case .submit: "Sign in"
    case .wrong: "The e-mail address or the password is wrong. Check both and try again."
    case .needed: "Sign in first to open that page."
    case .wait(let minutes):
      "Too many attempts. Try again in \(minutes == 1 ? "a minute" : "\(minutes) minutes")."
    case .setTitle: "Set a password"
    case .setLead: "This link works once. When the password is saved you can sign in."
    case .newPassword: "New password"
    case .passwordHint:
      "At least 15 characters (10 for vendors). A few random words are easier to remember and safer."
    case .save: "Save password"
    case .passwordSet: "Password saved"
    case .passwordSetAdvice: "Sign in with your e-mail address and the new password."
    case .invitationGone: "The link is no longer valid"
    case .invitationGoneAdvice:
      "It was used already or has expired. Ask your province's administrator or the owner of your business for a new one."
    case .signedOut: "You are signed out."
    }
  }
}
