import EOrderRules
import Foundation
import HTTPTypes
import Procurement
import StrictJSON

/// Products: the public catalogue and its curation.
enum ProductRoutes {
  static let all: [Route] = [list, read, prices, create, edit] + transitions

  private static let vendorPeople: Set<Role> = [.vendorOwner, .vendorStaff]

  private static let list = Route(
    .tenant, .get, "/products", name: "listProducts", access: .anyone,
    query: Paging.query + ListProducts.Filter.query, answer: .list(CatalogueItem.answer)
  ) { call in
    let filter = ListProducts.Filter(query: call.query)
    let list = ListProducts(filter, try call.page(filter.sort.list))
    let visit = try call.visit
    return .answer(try await call.withTenant { try await list(visit, $0) })
  }

  private static let read = Route(
    .tenant, .get, "/products/{id}", name: "readProduct", access: .anyone,
    answer: .json(200, ProductRow.answer),
    statuses: [404]
  ) { call in
    let read = ReadProduct(try call.id())
    let visit = try call.visit
    return .answer(try await call.withTenant { try await read(visit, $0) })
  }.finding(.product)

  private static let prices = Route(
    .tenant, .get, "/products/{id}/prices", name: "listProductPrices",
    access: .roles(vendorPeople.union(Role.allCases.filter(\.isOfficial))), query: Paging.query,
    answer: .list(ListProductPrices.shape), subject: .product
  ) { call in
    let list = ListProductPrices(product: try call.id(), try call.page(ListProductPrices.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let create = Route(
    .tenant, .post, "/products", name: "createProduct", access: .roles(vendorPeople),
    body: .json(CreateProduct.shape), answer: .json(201, ProductRow.answer), statuses: [409]
  ) { call in
    let create = CreateProduct(body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await create(caller, call.write, $0) })
  }

  private static let edit = Route(
    .tenant, .patch, "/products/{id}", name: "editProduct", access: .roles(vendorPeople),
    body: .json(PatchProduct.shape), answer: .json(200, ProductRow.answer), subject: .product,
    statuses: [409, 412]
  ) { call in
    let edit = PatchProduct(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await edit(caller, call.write, $0) })
  }

  private static let transitions: [Route] = ProductTransition.allCases
    .filter { $0 != .create && !$0.rule.roles.isEmpty }.map { transition in
      Route(
        .tenant, .post, "/products/{id}/\(transition.rawValue)", name: "\(transition)Product",
        access: .roles(transition.rule.roles), body: .json(TransitionProduct.shape(transition)),
        answer: .json(200, ProductRow.answer), subject: .product, statuses: [409, 412]
      ) { call in
        let step = TransitionProduct(try call.id(), transition, body: call.body)
        let caller = try call.caller
        return .answer(try await call.withTenant { try await step(caller, call.write, $0) })
      }
    }
}
