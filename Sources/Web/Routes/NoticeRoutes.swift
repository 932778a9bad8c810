import HTTPTypes
import Procurement
import StrictJSON

/// What people are told.
enum NoticeRoutes {
  static let all: [Route] = [list, markAllRead, markRead]

  private static let list = Route(
    .tenant, .get, "/notifications", name: "listNotifications", access: .signedIn,
    query: Paging.query + [.optional("unread", .boolean, "Only those that were not read.")],
    answer: .list(NoticeRow.shape)
  ) { call in
    let list = ListNotices(onlyUnread: call.query["unread"]?.bool ?? false, try call.page(ListNotices.name))
    let caller = try call.caller
    return .answer(
      try await call.withTenant {
        try await list(caller, $0) { NoticeText(of: $0).sentence(in: call.language) }
      })
  }

  private static let markAllRead = Route(
    .tenant, .post, "/notifications/read", name: "markNotificationsRead", access: .signedIn,
    body: .json(MarkNoticesRead.shape), answer: .json(200, MarkNoticesRead.answer)
  ) { call in
    let mark = MarkNoticesRead(body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await mark(caller, call.write, $0) })
  }

  private static let markRead = Route(
    .tenant, .post, "/notifications/{id}/read", name: "markNotificationRead", access: .signedIn,
    body: .json(.object([])),
    answer: .json(200, NoticeRow.shape)
  ) { call in
    let mark = MarkNoticeRead(try call.id())
    let caller = try call.caller
    return .answer(
      try await call.withTenant {
        try await mark(caller, call.write, $0) { NoticeText(of: $0).sentence(in: call.language) }
      })
  }.finding(.notice)
}
