import Authentication
import EOrderRules
import Files
import Foundation
import HTTPTypes
import Procurement
import StrictJSON
import Tenancy

/// Vendors: registering, papers, verification.
enum VendorRoutes {
  static let all: [Route] =
    [register, list, read, edit, attach, documents, document] + transitions + VendorLifeRoutes.all

  private static let vendorPeople: Set<Role> = [.vendorOwner, .vendorStaff]
  private static let officials = Set(Role.allCases.filter(\.isOfficial))
  private static let readers = officials.union(vendorPeople)

  private static let register = Route(
    .tenant, .post, "/vendors", name: "registerVendor", access: .anyone, body: .json(RegisterVendor.shape),
    answer: .json(201, VendorRow.answer), statuses: [409, 429]
  ) { call in
    let visit = try call.visit
    return .answer(
      try await call.telling {
        let register = try await RegisterVendor(
          body: call.body, visit, policy: call.passwords, hasher: call.services.hasher,
          language: call.language.rawValue)
        return try await call.withTenant { try await register(visit, call.write, $0) }
      })
  }.judging { body, tenant, services in
    let policy = services.passwords.under(tenant.rulebook, on: tenant.today(services.clock.now))
    return RegisterVendor.refusals(ofPart: body, under: tenant.rulebook, policy)
  }

  private static let list = Route(
    .tenant, .get, "/vendors", name: "listVendors", access: .roles(readers),
    query: Paging.query + ListVendors.Filter.query, answer: .list(VendorRow.answer)
  ) { call in
    let filter = ListVendors.Filter(query: call.query)
    let list = ListVendors(filter, try call.page(filter.sort.list(ListVendors.name)))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let read = Route(
    .tenant, .get, "/vendors/{id}", name: "readVendor", access: .roles(readers), query: ReadVendor.query,
    answer: .json(200, VendorRow.answer), subject: .vendor
  ) { call in
    let read = ReadVendor(try call.id(), unmask: call.query["unmask"]?.text)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }.with("unmask", for: .roles(ReadVendor.mayUnmask))

  private static let edit = Route(
    .tenant, .patch, "/vendors/{id}", name: "editVendor", access: .roles([.vendorOwner]),
    body: .json(PatchVendor.shape), answer: .json(200, VendorRow.answer), subject: .vendor,
    statuses: [409, 412]
  ) { call in
    let edit = PatchVendor(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(
      try await call.telling { try await call.withTenant { try await edit(caller, call.write, $0) } })
  }

  private static let attach = Route(
    .tenant, .post, "/vendors/{id}/documents", name: "attachVendorDocument", access: .roles(vendorPeople),
    body: .upload(kinds: RuleKey.documentKinds, dated: true), answer: .json(201, VendorDocument.answer),
    subject: .vendor
  ) { call in
    guard let upload = call.upload else { throw Problem.invalid([FieldError("/file", .required)]) }
    let attach = AttachVendorDocument(
      vendor: try call.id(),
      fields: ["kind": .string(upload.kind), "validUntil": JSONValue(upload.validUntil)],
      file: try StoredFile(upload.bytes, at: call.now))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await attach(caller, call.write, $0) })
  }

  private static let documents = Route(
    .tenant, .get, "/vendors/{id}/documents", name: "listVendorDocuments", access: .roles(readers),
    query: Paging.query, answer: .list(VendorDocument.answer), subject: .vendor
  ) { call in
    let list = ListVendorDocuments(vendor: try call.id(), try call.page(ListVendorDocuments.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let document = Route(
    .tenant, .get, "/vendors/{id}/documents/{documentId}", name: "readVendorDocument",
    access: .roles(ReadVendorDocument.readers.union(vendorPeople)), answer: .file, subject: .vendor
  ) { call in
    let read = ReadVendorDocument(vendor: try call.id(), document: try call.id("documentId"))
    let caller = try call.caller
    return .file(try await call.withTenant { try await read(caller, $0) })
  }.finding(.vendorDocument)

  private static let transitions: [Route] = VendorTransition.allCases
    .filter { $0 != .create && !$0.rule.roles.isEmpty }.map { transition in
      Route(
        .tenant, .post, "/vendors/{id}/\(transition.rawValue)", name: "\(transition)Vendor",
        access: .roles(transition.rule.roles), body: .json(TransitionVendor.shape(transition)),
        answer: .json(200, VendorRow.answer), subject: .vendor, statuses: [409, 412]
      ) { call in
        let step = TransitionVendor(try call.id(), transition, body: call.body)
        let caller = try call.caller
        return .answer(try await call.withTenant { try await step(caller, call.write, $0) })
      }
    }
}
