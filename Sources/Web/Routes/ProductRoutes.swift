import EOrderRules
import Foundation
import HTTPTypes
import Procurement
import StrictJSON

/// Products: the public catalogue and its curation.
enum ProductRoutes {
  static let all: [Route] = [list, read, prices, create, edit, addPicture, removePicture] + transitions

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

  private static let addPicture = Route(
    .tenant, .post, "/products/{id}/pictures", name: "addProductPicture",
    access: .roles(ProductPicture.roles), query: AttachPicture.query, body: .upload(kinds: ["picture"]),
    answer: .json(201, ProductPicture.shape), subject: .product, statuses: [409]
  ) { call in
    guard let upload = call.upload else { throw Problem.invalid([FieldError("/file", .required)]) }
    let attach = try AttachPicture(
      product: try call.id(), alt: call.query["alt"]?.text, bytes: upload.bytes, at: call.now)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await attach(caller, call.write, $0) })
  }

  private static let removePicture = Route(
    .tenant, .delete, "/products/{id}/pictures/{pictureId}", name: "removeProductPicture",
    access: .roles(ProductPicture.roles), answer: .empty, subject: .product
  ) { call in
    let remove = RemovePicture(product: try call.id(), picture: try call.id("pictureId"))
    let caller = try call.caller
    _ = try await call.withTenant { try await remove(caller, call.write, $0) }
    return .answer(Answer(status: 204))
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
