import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// Offices of a province: who holds them, acts in them, or was handed them on.
enum OfficeRoutes {
  static let all: [Route] = [list, read, appoint, end]

  private static let readers = Access.roles(Set(Role.allCases.filter(\.isOfficial)))
  private static let admins = Access.roles([.tenantAdmin])

  private static let list = Route(
    .tenant, .get, "/offices", name: "listOffices", access: readers,
    query: Paging.query + ListOffices.Filter.query, answer: .list(OfficeHolding.answer)
  ) { call in
    let list = ListOffices(ListOffices.Filter(query: call.query), try call.page(ListOffices.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let read = Route(
    .tenant, .get, "/offices/{id}", name: "readOffice", access: readers,
    answer: .json(200, OfficeHolding.answer), subject: .office
  ) { call in
    let read = ReadOffice(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let appoint = Route(
    .tenant, .post, "/offices", name: "appointOfficer", access: admins, body: .json(AppointOfficer.shape),
    answer: .json(201, OfficeHolding.answer), statuses: [409]
  ) { call in
    let appoint = try AppointOfficer(body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await appoint(caller, call.write, $0) })
  }

  private static let end = Route(
    .tenant, .post, "/offices/{id}/end", name: "endOffice", access: admins, body: .json(EndOffice.shape),
    answer: .json(200, OfficeHolding.answer), subject: .office, statuses: [409, 412]
  ) { call in
    let end = EndOffice(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await end(caller, call.write, $0) })
  }
}
