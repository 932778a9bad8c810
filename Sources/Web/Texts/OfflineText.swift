/// The words for a network that is away.
enum OfflineText: Phrase {
  case title, lead, again
  case unsent, unsentText
  case keptTitle, keptLead, toOrders
  case oldCopy, oldCopyFrom
  case sent, refused
}
