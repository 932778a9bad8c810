import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// What happens to vendors after they were verified: new papers and accounts, sanctions, conflicts of interest.
enum VendorLifeRoutes {
  static let all: [Route] =
    [acceptPaper, checkAccount, sanctions, conflicts, declare] + SanctionCaseRoutes.all
    + KBLIRequestRoutes.all

  private static let officials = Set(Role.allCases.filter(\.isOfficial))

  private static let acceptPaper = Route(
    .tenant, .post, "/vendors/{id}/documents/{documentId}/accept", name: "acceptVendorDocument",
    access: .roles(AcceptVendorDocument.roles), body: .json(.object([])),
    answer: .json(200, VendorDocument.answer), subject: .vendor, statuses: [409]
  ) { call in
    let accept = AcceptVendorDocument(vendor: try call.id(), document: try call.id("documentId"))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await accept(caller, call.write, $0) })
  }.finding(.vendorDocument)

  private static let checkAccount = Route(
    .tenant, .post, "/vendors/{id}/check-account", name: "checkVendorAccount",
    access: .roles(CheckAccount.roles), body: .json(CheckAccount.shape), answer: .json(200, VendorRow.answer),
    subject: .vendor, statuses: [409, 412]
  ) { call in
    let check = CheckAccount(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await check(caller, call.write, $0) })
  }

  private static let sanctions = Route(
    .tenant, .get, "/vendors/{id}/sanctions", name: "listSanctions",
    access: .roles(officials.union([.vendorOwner, .vendorStaff])), query: Paging.query,
    answer: .list(VendorSanction.shape), subject: .vendor
  ) { call in
    let list = ListSanctions(vendor: try call.id(), try call.page(ListSanctions.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let conflicts = Route(
    .tenant, .get, "/vendors/{id}/conflicts", name: "readConflicts", access: .roles(ReadConflicts.readers),
    answer: .json(200, ReadConflicts.shape), subject: .vendor
  ) { call in
    let read = ReadConflicts(vendor: try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let declare = Route(
    .tenant, .post, "/vendors/{id}/conflicts/{userId}/declare", name: "declareConflict",
    access: .roles(ReadConflicts.readers), body: .json(DeclareConflict.shape),
    answer: .json(200, ReadConflicts.shape), subject: .vendor, statuses: [409]
  ) { call in
    let declare = DeclareConflict(vendor: try call.id(), user: try call.id("userId"), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await declare(caller, call.write, $0) })
  }.finding(.official)
}

/// Proposals to sanction vendors of terminated orders.
enum SanctionCaseRoutes {
  static let all: [Route] = [open, list, read] + words

  private static let open = Route(
    .tenant, .post, "/orders/{id}/sanction-case", name: "openSanctionCase",
    access: .roles(OpenSanctionCase.roles), body: .json(OpenSanctionCase.shape),
    answer: .json(201, SanctionCase.shape), subject: .order, statuses: [409]
  ) { call in
    let open = OpenSanctionCase(order: try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await open(caller, call.write, $0) })
  }

  private static let list = Route(
    .tenant, .get, "/sanction-cases", name: "listSanctionCases", access: .roles(SanctionCase.readers),
    query: Paging.query + [.optional("state", .oneOf(SanctionCase.State.self))],
    answer: .list(SanctionCase.shape)
  ) { call in
    let state = call.query["state"]?.text.flatMap(SanctionCase.State.init)
    let list = ListSanctionCases(state: state, try call.page(ListSanctionCases.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let read = Route(
    .tenant, .get, "/sanction-cases/{id}", name: "readSanctionCase", access: .roles(SanctionCase.readers),
    answer: .json(200, SanctionCase.shape), subject: .sanctionCase
  ) { call in
    let read = ReadSanctionCase(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let words: [Route] = DecideSanctionCase.Word.allCases.map { word in
    Route(
      .tenant, .post, "/sanction-cases/{id}/\(word.rawValue)", name: "\(word)SanctionCase",
      access: .roles(DecideSanctionCase.roles), body: .json(DecideSanctionCase.shape(word)),
      answer: .json(200, SanctionCase.shape), subject: .sanctionCase, statuses: [409, 412]
    ) { call in
      let decide = DecideSanctionCase(try call.id(), word, body: call.body)
      let caller = try call.caller
      return .answer(try await call.withTenant { try await decide(caller, call.write, $0) })
    }
  }
}
