import Procurement

extension LetterState {
  var english: String {
    switch self {
    case .waiting: "Waiting"
    case .sent: "Sent"
    case .givenUp: "Given up"
    case .withdrawn: "No longer needed"
    }
  }
}

extension Letter.Kind {
  var english: String {
    switch self {
    case .invitation: "Invitation"
    case .passwordReset: "Link for a new password"
    case .passwordChanged: "Notice of a changed password"
    case .emailProof: "Link that confirms an address"
    case .emailChanged: "Notice of a changed address"
    case .bankAccountChanged: "Notice of a changed bank account"
    case .secondFactorOn: "Notice that one-time codes are on"
    case .secondFactorRenewed: "Notice of other one-time codes"
    case .secondFactorOff: "Notice that one-time codes are off"
    case .secondFactorReset: "Notice that one-time codes were taken away"
    case .recoveryCodeUsed: "Notice of a used recovery code"
    case .notices: "Notices"
    }
  }
}
