extension NoticesText {
  var english: String {
    switch self {
    case .title: "Notifications"
    case .none: "No notifications yet"
    case .noneAdvice: "What waits for you and what happens to your orders is shown here."
    case .markAllRead: "Mark all as read"
    case .markRead: "Mark as read"
    }
  }
}
