import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Postgres
import Procurement
import StrictJSON

/// Accesses of central administrators, as the province sees and ends them, and how they are entered.
enum BreakGlassRoutes {
  static let all: [Route] = [list, read, end, enter]

  private static let list = Route(
    .tenant, .get, "/break-glass", name: "listBreakGlass", access: .roles(BreakGlass.readers),
    query: Paging.query, answer: .list(BreakGlass.shape)
  ) { call in
    let list = ListBreakGlass(try call.page(ListBreakGlass.name))
    return .answer(try await call.withTenant { try await list($0) { $0.json(at: call.now) } })
  }

  private static let read = Route(
    .tenant, .get, "/break-glass/{id}", name: "readBreakGlass", access: .roles(BreakGlass.readers),
    answer: .json(200, ReadBreakGlass.shape), subject: .breakGlass
  ) { call in
    let read = ReadBreakGlass(try call.id())
    return .answer(try await call.withTenant { try await read(at: call.now, $0) })
  }

  private static let end = Route(
    .tenant, .post, "/break-glass/{id}/end", name: "endBreakGlass", access: .roles(BreakGlass.enders),
    body: .json(EndBreakGlass.shape), answer: .json(200, BreakGlass.shape), subject: .breakGlass,
    statuses: [409, 412]
  ) { call in
    let end = EndBreakGlass(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await end(caller, call.write, $0) })
  }

  private static let enter = Route(
    .tenant, .post, "/break-glass/keys/{token}", name: "enterBreakGlass", access: .anyone,
    body: .json(.object([])), answer: .json(201, EnterBreakGlass.answer), holdsSecret: true, statuses: [404]
  ) { call in
    let (token, access) = try await call.enterBreakGlass(call.parameters["token"] ?? "")
    return .answer(
      Answer(
        status: 201,
        [
          "token": .string(token.text), "expiresAt": JSONValue(access.endsAt),
          "access": access.json(at: call.now),
        ]))
  }.finding(.breakGlassKey)
}

extension Call {
  /// The access that a one-time key would open; nil where it is used, too old or none, and where the administrator is
  /// none any more.
  func breakGlass(behind key: String) async throws -> BreakGlass? {
    let enter = EnterBreakGlass(Secret(presented: key))
    guard let access = try await withTenant({ try await enter.access(at: now, $0) }),
      try await services.isAdministrator(access.administratorID)
    else { return nil }
    return access
  }

  /// - Throws: `Refusal.notFound`.
  func enterBreakGlass(_ key: String) async throws -> (token: Secret, access: BreakGlass) {
    guard try await breakGlass(behind: key) != nil else { throw Procurement.Refusal.notFound }
    let enter = EnterBreakGlass(Secret(presented: key))
    let visit = try self.visit
    return try await withTenant { try await enter(visit, from: remoteAddress, $0) }
  }
}

extension Subject {
  /// An access of a central administrator, which all who may read accesses see.
  static let breakGlass = Subject(
    parameter: "id", select: BreakGlass.select,
    isVisible: { result, actor in
      result.count == 1 && !actor.roles.isDisjoint(with: BreakGlass.readers)
    })
}

extension OpenSubject {
  static let breakGlassKey = OpenSubject(
    select: { parameters, _, now in
      EnterBreakGlass.find(Secret(presented: parameters["token"] ?? ""), at: now)
    },
    isVisible: { result, _ in
      result.count == 1
    })

  /// A province as central administration names it.
  static let tenant = OpenSubject(
    select: { parameters, _, _ in "SELECT id FROM tenant WHERE slug = \(parameters["slug"])" },
    isVisible: { result, _ in
      result.count == 1
    })
}
