extension LetterText {
  var english: String {
    switch self {
    case .greeting(let name): "Dear \(name),"
    case .invitationSubject: "Set your password for e-Order"
    case .invitationLead: "An account in e-Order was made for you. Choose a password to open it."
    case .invitationAction: "Choose a password"
    case .resetSubject: "A new password for e-Order"
    case .resetLead:
      "Somebody asked for a new password for your account. If it was not you, do nothing: your password stays as it is."
    case .resetAction: "Choose a new password"
    case .resetAsk: "Ask for a new password"
    case .passwordChangedSubject: "Your password was changed"
    case .passwordChangedLead: "The password of your account in e-Order was changed just now."
    case .proofSubject: "Confirm your e-mail address"
    case .proofLead:
      "Confirm that this address is yours. Then we can tell you here of orders, payments and changes of your account."
    case .proofAction: "Confirm the address"
    case .emailChangedSubject: "Your e-mail address was changed"
    case .emailChangedLead: "The e-mail address of your account in e-Order is no longer this one."
    case .bankChangedSubject: "The bank account was changed"
    case .bankChangedLead(let vendor, let until):
      "The bank account of \(vendor) was changed. For your safety nothing is paid to it before \(until)."
    case .factorOnSubject: "One-time codes are on"
    case .factorOnLead:
      "From now on your account in e-Order asks for a one-time code besides the password. Keep the recovery codes in a safe place."
    case .factorRenewedSubject: "Your one-time codes come from another phone"
    case .factorRenewedLead:
      "The one-time codes of your account in e-Order were set up anew just now. The old codes and the old recovery codes are no longer taken."
    case .factorOffSubject: "One-time codes are off"
    case .factorOffLead:
      "Your account in e-Order no longer asks for a one-time code. The password alone opens it."
    case .factorResetSubject: "Your one-time codes were taken away"
    case .factorResetLead:
      "The administrator took away the one-time codes of your account in e-Order, as is done when a phone is lost. Sign in with your password and set them up again."
    case .factorNotYou:
      "If it was not you, set a new password at once and tell the administrator."
    case .recoveryUsedSubject: "A recovery code was used"
    case .recoveryUsedLead(let left):
      "Somebody signed in to your account in e-Order with one of your recovery codes just now. Codes that are left: \(left)."
    case .noticesSubject(let count):
      count == 1 ? "Something waits for you in e-Order" : "\(count) notices in e-Order"
    case .noticesMore(let count): count == 1 ? "And one more notice." : "And \(count) more notices."
    case .noticesLead: "You have not read this in e-Order yet:"
    case .noticesAction: "All notices"
    case .linkOnce(let until): "The link works once, until \(until)."
    case .notYou:
      "If it was not you, set a new password at once and tell the province's verifier or administrator."
    case .automatic: "This message was sent by itself; nobody reads answers to it."
    }
  }
}
