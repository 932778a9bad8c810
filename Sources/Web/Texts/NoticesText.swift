/// The words of the list of notices.
enum NoticesText: Phrase {
  case title, none, noneAdvice, markRead, markAllRead
}
