import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Procurement
import StrictJSON

/// E-mail addresses and the links that prove them.
enum AddressRoutes {
  static let all: [Route] = [prove, sendAgain, change]

  private static let prove = Route(
    .tenant, .post, "/email-proofs/{token}", name: "proveEmail", access: .anyone, body: .json(.object([])),
    answer: .json(200, ProveEmail.answer), holdsSecret: true, statuses: [404, 409]
  ) { call in
    let prove = ProveEmail(Secret(presented: call.parameters["token"] ?? ""))
    let visit = try call.visit
    return .answer(try await call.withTenant { try await prove(visit, $0) })
  }.finding(.emailProof)

  private static let sendAgain = Route(
    .tenant, .post, "/sessions/current/email-proof", name: "sendEmailProof", access: .signedIn,
    body: .json(.object([])), answer: .json(202, EmailProofSent.answer), statuses: [409, 429]
  ) { call in
    let caller = try call.caller
    return .answer(try await call.withTenant { try await SendEmailProof()(caller, call.write, $0) })
  }

  private static let change = Route(
    .tenant, .put, "/sessions/current/email", name: "changeEmail", access: .signedIn,
    body: .json(ChangeEmail.shape), answer: .json(202, EmailProofSent.answer), statuses: [409, 429]
  ) { call in
    let change = ChangeEmail(body: call.body)
    let caller = try call.caller
    return .answer(
      try await call.telling {
        try await call.withTenant { try await change(caller, hasher: call.services.hasher, $0) }
      })
  }
}

/// The province's mail, as its administrator sees it.
enum MailRoutes {
  static let all: [Route] = [list, retry]

  private static let list = Route(
    .tenant, .get, "/mail", name: "listMail", access: .roles([.tenantAdmin]),
    query: Paging.query + [.optional("state", .oneOf(LetterState.self))], answer: .list(LetterRow.answer)
  ) { call in
    let list = ListLetters(
      state: call.query["state"]?.text.flatMap(LetterState.init), try call.page(ListLetters.name))
    return .answer(try await call.withTenant { try await list($0) })
  }

  private static let retry = Route(
    .tenant, .post, "/mail/{id}/retry", name: "retryMail", access: .roles([.tenantAdmin]),
    body: .json(.object([])), answer: .json(200, LetterRow.answer), statuses: [409]
  ) { call in
    let retry = RetryLetter(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await retry(caller, call.write, $0) })
  }.finding(.mail)
}
