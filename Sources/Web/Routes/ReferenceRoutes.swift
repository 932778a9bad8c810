import EOrderRules
import Foundation
import HTTPTypes
import Procurement
import StrictJSON

/// Reference data, which officials read.
enum ReferenceRoutes {
  static let all: [Route] = [
    units, officials, budgetLines, redList, budgetLine, budgetLineVersions, packages, package, standardPrices,
    categories,
  ]

  private static let readers = Access.roles(Set(Role.allCases.filter(\.isOfficial)))

  private static let units = Route(
    .tenant, .get, "/units", name: "listUnits", access: readers,
    query: Paging.query + ListUnits.query, answer: .list(UnitRow.answer)
  ) { call in
    let list = ListUnits(words: call.query["q"]?.text, try call.page(ListUnits.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let officials = Route(
    .tenant, .get, "/officials", name: "listOfficials", access: readers,
    query: Paging.query + ListOfficials.Filter.query, answer: .list(OfficialRow.answer)
  ) { call in
    let list = ListOfficials(ListOfficials.Filter(query: call.query), try call.page(ListOfficials.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let budgetLines = Route(
    .tenant, .get, "/budget-lines", name: "listBudgetLines", access: readers,
    query: Paging.query + YearAndUnit.query, answer: .list(BudgetLineRow.answer)
  ) { call in
    let list = ListBudgetLines(YearAndUnit(query: call.query), try call.page(ListBudgetLines.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let budgetLine = Route(
    .tenant, .get, "/budget-lines/{id}", name: "readBudgetLine", access: readers,
    answer: .json(200, BudgetLineRow.answer), statuses: [404]
  ) { call in
    let read = ReadBudgetLine(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }.finding(.budgetLine)

  private static let redList = Route(
    .tenant, .get, "/budget-lines/red-list", name: "listRedLines", access: readers,
    query: Paging.query + ListRedLines.query, answer: .list(RedLine.answer)
  ) { call in
    let list = ListRedLines(query: call.query, try call.page(ListRedLines.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let budgetLineVersions = Route(
    .tenant, .get, "/budget-lines/{id}/versions", name: "listBudgetLineVersions", access: readers,
    query: Paging.query, answer: .list(LineVersion.answer), statuses: [404]
  ) { call in
    let list = ListLineVersions(try call.id(), try call.page(ListLineVersions.name))
    return .answer(try await call.withTenant { try await list($0) })
  }.finding(.budgetLine)

  private static let packages = Route(
    .tenant, .get, "/packages", name: "listPackages", access: readers,
    query: Paging.query + YearAndUnit.query,
    answer: .list(PackageRow.answer)
  ) { call in
    let list = ListPackages(YearAndUnit(query: call.query), try call.page(ListPackages.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let package = Route(
    .tenant, .get, "/packages/{id}", name: "readPackage", access: readers,
    answer: .json(200, PackageRow.answer),
    subject: .package
  ) { call in
    let read = ReadPackage(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let standardPrices = Route(
    .tenant, .get, "/standard-prices", name: "listStandardPrices", access: readers,
    query: Paging.query + ListStandardPrices.Filter.query, answer: .list(StandardPriceRow.answer)
  ) { call in
    let list = ListStandardPrices(
      ListStandardPrices.Filter(query: call.query), try call.page(ListStandardPrices.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let categories = Route(
    .tenant, .get, "/categories", name: "listCategories", access: .anyone, query: Paging.query,
    answer: .list(ListCategories.answer)
  ) { call in
    .answer(ListCategories(try call.page(ListCategories.name))(try call.visit))
  }
}

extension Call {
  /// The visitor of a tenant's open route.
  var visit: Visit {
    get throws {
      guard let tenant else { throw Problem.notFound }
      return Visit(tenant: tenant, actor: actor, now: now)
    }
  }
}
