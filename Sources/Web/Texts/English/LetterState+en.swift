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
    case .notices: "Notices"
    }
  }
}
