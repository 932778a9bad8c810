import Procurement

extension LetterState: ShownState {
  var tone: Tone {
    switch self {
    case .waiting: .warn
    case .sent: .good
    case .givenUp: .bad
    case .withdrawn: .neutral
    }
  }
}

extension Letter.Kind: Phrase {}
