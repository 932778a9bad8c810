import EOrderRules
import Files
import Foundation
import HTTPTypes
import Procurement
import StrictJSON

/// Orders from draft to closed.
enum OrderRoutes {
  static let all: [Route] =
    [preview, place, list, read, edit, attach, attachment] + transitions + OrderPartRoutes.all
    + DisputeRoutes.all + TaxReceiptRoutes.all

  /// Who takes part in orders.
  static let parties: Set<Role> = [
    .budgetOwner, .commitmentOfficer, .technicalOfficer, .procurementOfficer, .treasurer, .financeVerifier,
    .goodsKeeper, .vendorOwner, .vendorStaff,
  ]
  static let readers = parties.union([.auditor])

  private static let preview = Route(
    .tenant, .post, "/orders/preview", name: "previewOrder", access: .roles([.procurementOfficer]),
    body: .json(OrderInput.shape), answer: .json(200, OrderShapes.decision), holdsSecret: true
  ) { call in
    let preview = try PreviewOrder(body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await preview(caller, $0) })
  }.lookingIntoMeaning(references)

  /// What a body of an order refers to.
  @Sendable private static func references(_ call: Call) async throws -> [FieldError] {
    let caller = try call.caller
    return try await call.withTenant { try await OrderInput.refusals(ofPart: call.body, caller, $0) }
  }

  private static let place = Route(
    .tenant, .post, "/orders", name: "placeOrder", access: .roles([.procurementOfficer]),
    body: .json(OrderInput.shape), answer: .json(201, OrderShapes.order), statuses: [409]
  ) { call in
    let place = try PlaceOrder(body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await place(caller, call.write, $0) })
  }.lookingIntoMeaning(references)

  private static let list = Route(
    .tenant, .get, "/orders", name: "listOrders", access: .roles(readers),
    query: Paging.query + ListOrders.Filter.query, answer: .list(OrderShapes.order)
  ) { call in
    let filter = ListOrders.Filter(query: call.query)
    let list = ListOrders(filter, try call.page(filter.sort.list))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let read = Route(
    .tenant, .get, "/orders/{id}", name: "readOrder", access: .roles(readers),
    answer: .json(200, OrderShapes.order)
  ) { call in
    let read = ReadOrder(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let edit = Route(
    .tenant, .patch, "/orders/{id}", name: "editOrder", access: .roles([.procurementOfficer]),
    body: .json(EditOrder.shape), answer: .json(200, OrderShapes.order), subject: .order,
    statuses: [409, 412]
  ) { call in
    let edit = EditOrder(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await edit(caller, call.write, $0) })
  }.lookingIntoMeaning { call in
    let edit = EditOrder(try call.id(), body: call.body)
    let caller = try call.caller
    return try await call.withTenant { try await edit.refusals(caller, $0) }
  }

  private static let attach = Route(
    .tenant, .post, "/orders/{id}/attachments", name: "attachToOrder", access: .roles(parties),
    body: .upload(kinds: AttachmentKind.allCases.map(\.rawValue)), answer: .json(201, OrderShapes.attachment),
    subject: .order
  ) { call in
    guard let upload = call.upload, let kind = AttachmentKind(rawValue: upload.kind) else {
      throw Problem.invalid([FieldError("/kind", .required)])
    }
    let attach = AttachPaper(
      order: try call.id(), kind: kind, file: try StoredFile(upload.bytes, at: call.now))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await attach(caller, call.write, $0) })
  }

  private static let attachment = Route(
    .tenant, .get, "/orders/{id}/attachments/{attachmentId}", name: "readOrderAttachment",
    access: .roles(readers), answer: .file, subject: .order
  ) { call in
    let (order, id) = (try call.id(), try call.id("attachmentId"))
    let caller = try call.caller
    return .file(
      try await call.withTenant { try await FileContent.attachment(id, order: order, caller.actor, $0) })
  }

  /// One route for each transition that a person can do.
  private static let transitions: [Route] = OrderTransition.allCases
    .filter { $0 != .create && !$0.rule.roles.isEmpty }.map { transition in
      Route(
        .tenant, .post, "/orders/{id}/\(transition.rawValue)", name: "\(transition)Order",
        access: .roles(transition.rule.roles), body: .json(TransitionInput.shape(transition)),
        answer: .json(200, OrderShapes.order), subject: .order(for: transition), statuses: [409, 412]
      ) { call in
        let step = TransitionOrder(try call.id(), transition, body: call.body)
        let caller = try call.caller
        return .answer(try await call.withTenant { try await step(caller, call.write, $0) })
      }.lookingIntoMeaning { call in
        let step = TransitionOrder(try call.id(), transition, body: call.body)
        let caller = try call.caller
        return try await call.withTenant { try await step.refusals(caller, $0) }
      }
    }
}

/// Packages of the procurement plan.
enum PackageRoutes {
  static let all: [Route] = [assign]

  private static let assign = Route(
    .tenant, .post, "/packages/{id}/assign", name: "assignPackage", access: .roles([.budgetOwner]),
    body: .json(AssignPackage.shape), answer: .json(200, PackageRow.answer), subject: .package,
    statuses: [412]
  ) { call in
    let assign = AssignPackage(package: try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await assign(caller, call.write, $0) })
  }
}
