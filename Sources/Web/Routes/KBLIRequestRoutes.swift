import Authentication
import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// Requests of verified vendors for other lines of business.
enum KBLIRequestRoutes {
  static let all: [Route] = [list, ask] + answers

  private static let readers = Set(Role.allCases.filter(\.isOfficial)).union([.vendorOwner, .vendorStaff])

  private static let list = Route(
    .tenant, .get, "/vendors/{id}/kbli-requests", name: "listKBLIRequests", access: .roles(readers),
    query: Paging.query, answer: .list(KBLIRequest.shape), subject: .vendor
  ) { call in
    let list = ListKBLIRequests(vendor: try call.id(), try call.page(ListKBLIRequests.name))
    return .answer(try await call.withTenant { try await list($0) })
  }

  private static let ask = Route(
    .tenant, .post, "/vendors/{id}/kbli-requests", name: "askForKBLI", access: .roles(AskForKBLI.roles),
    body: .json(AskForKBLI.shape), answer: .json(201, KBLIRequest.shape), subject: .vendor, statuses: [409]
  ) { call in
    let ask = AskForKBLI(vendor: try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await ask(caller, call.write, $0) })
  }

  private static let answers: [Route] = AnswerKBLIRequest.Word.allCases.map { word in
    Route(
      .tenant, .post, "/vendors/{id}/kbli-requests/{requestId}/\(word.rawValue)",
      name: "\(word)KBLIRequest", access: .roles(AnswerKBLIRequest.roles),
      body: .json(AnswerKBLIRequest.shape(word)), answer: .json(200, KBLIRequest.shape),
      subject: .kbliRequest, statuses: [409, 412]
    ) { call in
      let answer = AnswerKBLIRequest(
        vendor: try call.id(), try call.id("requestId"), word, body: call.body)
      let caller = try call.caller
      return .answer(try await call.withTenant { try await answer(caller, call.write, $0) })
    }
  }
}
