import EOrderRules
import HTTPTypes
import Procurement
import StrictJSON

/// The register of accounts that the bank may debit for units.
enum DebitAccountRoutes {
  static let all: [Route] = [list, read, register, close]

  private static let list = Route(
    .tenant, .get, "/debit-accounts", name: "listDebitAccounts", access: .roles(DebitAccount.readers),
    query: Paging.query + [.optional("unitId", .uuid)], answer: .list(DebitAccount.shape)
  ) { call in
    let list = ListDebitAccounts(unit: call.query["unitId"]?.uuid, try call.page(ListDebitAccounts.name))
    let caller = try call.caller
    return .answer(try await call.withTenant { try await list(caller, $0) })
  }

  private static let read = Route(
    .tenant, .get, "/debit-accounts/{id}", name: "readDebitAccount", access: .roles(DebitAccount.readers),
    answer: .json(200, DebitAccount.shape), subject: .debitAccount
  ) { call in
    let read = ReadDebitAccount(try call.id())
    let caller = try call.caller
    return .answer(try await call.withTenant { try await read(caller, $0) })
  }

  private static let register = Route(
    .tenant, .post, "/debit-accounts", name: "registerDebitAccount", access: .roles(DebitAccount.keepers),
    body: .json(RegisterDebitAccount.shape), answer: .json(201, DebitAccount.shape), statuses: [409]
  ) { call in
    let register = RegisterDebitAccount(body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await register(caller, call.write, $0) })
  }

  private static let close = Route(
    .tenant, .post, "/debit-accounts/{id}/close", name: "closeDebitAccount",
    access: .roles(DebitAccount.keepers), body: .json(CloseDebitAccount.shape),
    answer: .json(200, DebitAccount.shape), subject: .debitAccount, statuses: [409, 412]
  ) { call in
    let close = CloseDebitAccount(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(try await call.withTenant { try await close(caller, call.write, $0) })
  }
}
