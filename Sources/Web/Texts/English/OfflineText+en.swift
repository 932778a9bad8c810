extension OfflineText {
  var english: String {
    switch self {
    case .title: "No network"
    case .lead:
      "You have not opened this page before, so there is no copy of it. Try again when the network is back."
    case .again: "Try again"
    case .unsent: "Not sent yet"
    case .unsentText:
      "The network is away, so nothing has changed. What you typed is still here: send it again when the network is back."
    case .keptTitle: "What you filled in is kept on this device"
    case .keptLead:
      """
      The network is away. Your file and what you typed are sent by themselves as soon as it is back. Do not sign out \
      before that: signing out removes all that is kept on the device.
      """
    case .oldCopy: "Old copy"
    case .oldCopyFrom: "There is no network. What you read was kept on this device on "
    case .toOrders: "To the list of orders"
    case .sent:
      "What was kept on this device has been sent. Load this page again to see how things stand now."
    case .refused: "The file that was kept on this device was not accepted. Open its page and send it again."
    }
  }
}
