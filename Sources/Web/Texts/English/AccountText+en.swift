extension AccountText {
  var english: String {
    switch self {
    case .title: "My account"
    case .address: "E-mail address"
    case .addressProved: "Confirmed; you are told here."
    case .addressUnproved: "Not confirmed yet; nothing is told here yet."
    case .changeAddress: "Change the e-mail address"
    case .newAddress: "New e-mail address"
    case .changeAddressHint:
      "We send a link to the new address. It counts once the link was opened; until then the old address stays."
    case .yourPassword: "Your password"
    case .changePassword: "Change the password"
    case .currentPassword: "Current password"
    case .newPassword: "New password"
    case .sessionsEnd: "You are signed out on all other devices."
    case .language: "Mail is written in the language that you choose at the top of the page."
    case .unprovedTitle(let email): "Confirm the e-mail address \(email)"
    case .unprovedAdvice:
      "We have sent a link to this address. Open it, so that you hear of orders and payments. Look into the spam folder too."
    case .sendAgain: "Send the link again"
    case .done(.sent): "The link is on its way. Open your mail."
    case .done(.password): "The password was changed."
    case .done(.proved): "Your e-mail address is confirmed."
    }
  }
}

extension AddressText {
  var english: String {
    switch self {
    case .forgot: "Forgot the password?"
    case .resetTitle: "Forgotten password"
    case .resetLead: "Write the e-mail address of your account. We send a link that sets a new password."
    case .resetAsk: "Send the link"
    case .resetAsked: "Look into your mail"
    case .resetAskedAdvice:
      "If there is an account with this address, a link that sets a new password is on its way. It works for 30 minutes. Look into the spam folder too."
    case .newTitle: "Set a new password"
    case .newLead: "When it is saved, you are signed out everywhere and signed in again here."
    case .newSave: "Save and sign in"
    case .goneAdvice: "It was used already or has expired. Ask for a new one."
    case .proofTitle: "Confirm the e-mail address"
    case .proofLead(let email): "Is \(email) your e-mail address?"
    case .proofConfirm: "Yes, it is mine"
    case .proofDone: "The e-mail address is confirmed"
    case .proofDoneAdvice: "Thank you. You hear of orders, payments and your account at this address."
    case .proofGoneAdvice:
      "It was used already or has expired. Sign in and send the link again from any page."
    case .taken: "Another account has this address now. Change the address on the page of your account."
    }
  }
}

extension MailText {
  var english: String {
    switch self {
    case .title: "Outgoing mail"
    case .lead: "Mail that e-Order sent in the last 30 days. What it says is not shown."
    case .none: "There is no mail yet"
    case .noneAdvice: "Invitations, links for passwords and notices that are sent are listed here."
    case .recipient: "To"
    case .about: "About"
    case .state: "State"
    case .tried: "Tries"
    case .refusal: "Answer of the mail server"
    case .retry: "Send again"
    case .attempts(let count): count == 1 ? "once" : "\(count) times"
    }
  }
}
