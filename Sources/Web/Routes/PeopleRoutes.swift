import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Procurement
import StrictJSON
import Tenancy

/// Users, invitations, passwords and sessions of a province.
enum PeopleRoutes {
  static let all: [Route] = [
    list, read, create, edit, invite, accept, reset(.tenant), changePassword, sessions, endSession,
  ]

  private static let admins = Access.roles([.tenantAdmin])

  private static let list = Route(
    .tenant, .get, "/users", name: "listUsers", access: .roles([.tenantAdmin, .vendorOwner]),
    query: Paging.query + ListUsers.Filter.query, answer: .list(UserRow.answer)
  ) { call in
    let filter = ListUsers.Filter(query: call.query)
    let list = ListUsers(filter, try call.page(filter.sort.list(ListUsers.name)))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let read = Route(
    .tenant, .get, "/users/{id}", name: "readUser", access: .roles([.tenantAdmin, .vendorOwner]),
    answer: .json(200, UserRow.answer), subject: .user
  ) { call in
    let read = ReadUser(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let create = Route(
    .tenant, .post, "/users", name: "createUser", access: .roles([.tenantAdmin, .vendorOwner]),
    body: .json(CreateUser.shape), answer: .json(201, CreateUser.answer), holdsSecret: true, statuses: [409]
  ) { call in
    let create = CreateUser(body: call.body)
    let caller = try call.caller
    return .answer(
      try await call.telling { try await call.withTenant { try await create(caller, call.write, $0) } })
  }

  private static let edit = Route(
    .tenant, .patch, "/users/{id}", name: "editUser", access: .roles([.tenantAdmin, .vendorOwner]),
    body: .json(PatchUser.shape), answer: .json(200, UserRow.answer), subject: .user, statuses: [409, 412]
  ) { call in
    let edit = PatchUser(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(
      try await call.telling { try await call.withTenant { try await edit(caller, call.write, $0) } })
  }

  private static let invite = Route(
    .tenant, .post, "/users/{id}/invitation", name: "inviteUser",
    access: .roles([.tenantAdmin, .vendorOwner]),
    answer: .json(201, Invitation.answer), subject: .user, holdsSecret: true, statuses: [409]
  ) { call in
    let invite = InviteUser(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await invite(caller, call.write, $0) })
  }

  private static let accept = Route(
    .tenant, .post, "/invitations/{token}", name: "acceptInvitation", access: .anyone,
    body: .json(AcceptInvitation.shape), answer: .json(200, AcceptInvitation.answer), holdsSecret: true,
    statuses: [404]
  ) { call in
    let visit = try call.visit
    let accept = AcceptInvitation(
      Secret(presented: call.parameters["token"] ?? ""), body: call.body, context: visit.placeNames)
    let version = visit.rulebook.version
    return .answer(
      try await call.withTenant {
        try await accept(
          at: call.now, rulesVersion: version, policy: call.passwords, hasher: call.services.hasher,
          $0)
      })
  }.finding(.invitation(.tenant))

  static func reset(_ host: RouteHost) -> Route {
    Route(
      host, .post, "/password-resets", name: "requestPasswordReset", access: .anyone,
      body: .json(RequestPasswordReset.shape), answer: .json(202, RequestPasswordReset.answer),
      statuses: [429]
    ) { call in
      .answer(try await call.requestReset(call.body))
    }
  }

  private static let changePassword = Route(
    .tenant, .put, "/sessions/current/password", name: "changePassword", access: .signedIn,
    body: .json(ChangePassword.shape), answer: .empty
  ) { call in
    let change = ChangePassword(body: call.body)
    let caller = try call.caller
    return .answer(
      try await call.withTenant {
        try await change(caller, policy: call.passwords, hasher: call.services.hasher, $0)
      })
  }

  private static let sessions = Route(
    .tenant, .get, "/sessions", name: "listSessions", access: .signedIn, query: Paging.query,
    answer: .list(ListSessions.answer)
  ) { call in
    let list = ListSessions(try call.page(ListSessions.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let endSession = Route(
    .tenant, .delete, "/sessions/{id}", name: "endSession", access: .signedIn, answer: .empty, statuses: [404]
  ) { call in
    let end = EndSession(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await end(caller, $0) })
  }.finding(.session)
}

extension Call {
  /// Sends a link for a new password; every answer comes after the same time, so that it tells nothing of the account.
  func requestReset(_ body: JSONValue) async throws -> Answer {
    let due = ContinuousClock.now + .milliseconds(150)
    let request = RequestPasswordReset(body: body, realm: tenant == nil ? .central : .tenant)
    let key = tenant.map(\.linkKey) ?? services.centralLinkKey
    let answer =
      tenant == nil
      ? try await withControl {
        try await request(at: now, key: key, rulesVersion: nil, from: remoteAddress, write, $0)
      }
      : try await withTenant {
        try await request(
          at: now, key: key, rulesVersion: tenant?.rulebook.version, from: remoteAddress, write, $0)
      }
    try await Task.sleep(until: due)
    return answer
  }
}
