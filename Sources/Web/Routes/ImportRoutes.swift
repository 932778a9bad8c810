import EOrderRules
import Foundation
import HTTPTypes
import Procurement
import StrictJSON

/// Reference data by CSV: a file is taken whole or not at all.
enum ImportRoutes {
  /// Bytes of a file at most (api.md §6).
  private static let maximum = 50 * 1024 * 1024

  static let all: [Route] = kinds + [ownProducts, ownTemplate]

  private static let vendorPeople: Set<Role> = [.vendorOwner, .vendorStaff]

  private static let ownProducts = Route(
    .tenant, .post, "/imports/own-products", name: "importOwnProducts", access: .roles(vendorPeople),
    query: ImportFile.query, body: .csv(maximum: ImportOwnProducts.maximumSize),
    answer: .json(200, ImportCounts.answer)
  ) { call in
    let file = ImportOwnProducts(call.raw, dryRun: call.query["dryRun"]?.bool ?? false)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await file(caller, call.write, $0) })
  }

  private static let ownTemplate = Route(
    .tenant, .get, "/imports/own-products/template.csv", name: "templateOfOwnProducts",
    access: .roles(vendorPeople), answer: .csv
  ) { call in
    let csv = ImportOwnProducts.template(under: try call.caller.rulebook)
    return .text(Array(csv.utf8), type: "text/csv; charset=utf-8")
  }

  private static let kinds: [Route] = ImportKind.allCases.flatMap { kind in
    [
      Route(
        .tenant, .post, "/imports/\(kind.rawValue)", name: "import-\(kind.rawValue)",
        access: .roles([.tenantAdmin]), query: ImportFile.query, body: .csv(maximum: maximum),
        answer: .json(200, ImportCounts.answer)
      ) { call in
        let file = ImportFile(kind, call.raw, dryRun: call.query["dryRun"]?.bool ?? false)
        let caller = try call.caller
        return .answer(try await call.withTenant { try await file(caller, call.write, $0) })
      },
      Route(
        .tenant, .get, "/imports/\(kind.rawValue)/template.csv", name: "template-\(kind.rawValue)",
        access: .roles([.tenantAdmin]), answer: .csv
      ) { call in
        let rulebook = try call.caller.rulebook
        return .text(Array(ImportTemplate(kind).csv(under: rulebook).utf8), type: "text/csv; charset=utf-8")
      },
    ]
  }
}
