import EOrderRules
import Foundation
import HTTPTypes
import Procurement
import StrictJSON
import Tenancy

/// What anyone may know of a province.
enum ProvinceRoutes {
  static let all: [Route] = [province, calendar]

  private static let shape = Shape.component(
    "Province",
    .object([
      .required("slug", .text(max: 31)), .required("code", .text(max: 2)), .required("name", .name),
      .required("timeZone", .text(max: 50)), .required("languages", .array(of: .oneOf(["id", "en"]))),
      .required("rulesVersion", .text(max: 50)), .required("orderCap", .integer(min: 0)),
    ]))

  private static let calendar = Route(
    .tenant, .get, "/calendar", name: "readCalendar", access: .anyone, query: ReadCalendar.query,
    answer: .json(200, ReadCalendar.answer)
  ) { call in
    let read = ReadCalendar(query: call.query)
    let visit = try call.visit
    return .answer(try await call.withTenant { try await read(visit, $0) })
  }

  private static let province = Route(
    .tenant, .get, "/province", name: "readProvince", access: .anyone, answer: .json(200, shape)
  ) { call in
    guard let tenant = call.tenant else { throw Problem.notFound }
    let rulebook = tenant.rulebook
    return .answer(
      Answer([
        "slug": .string(tenant.slug), "code": .string(rulebook.tenant.code),
        "name": .string(rulebook.tenant.name), "timeZone": .string(rulebook.calendar.zone.rawValue),
        "languages": .array(rulebook.tenant.languages.map { .string($0) }),
        "rulesVersion": .string(rulebook.version), "orderCap": JSONValue(rulebook.limits.orderCap),
      ]))
  }
}
