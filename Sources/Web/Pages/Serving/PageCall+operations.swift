import Authentication
import EOrderRules
import Foundation
import HTML
import Postgres
import Procurement
import StrictJSON
import Tenancy

extension PageCall {
  private static let tenantOperations = Dictionary(
    uniqueKeysWithValues: APIRoutes.tenant.map { ($0.name, $0) })
  private static let centralOperations = Dictionary(
    uniqueKeysWithValues: APIRoutes.admin(clockIsAdjustable: false).map { ($0.name, $0) })

  /// The operation of the API that bears this name on this host.
  func operation(_ name: String) throws -> Route {
    let all = call.tenant == nil ? Self.centralOperations : Self.tenantOperations
    guard let route = all[name] else { throw Problem.notFound }
    return route
  }

  /// Whether a role of the person may call the operation at all.
  func may(_ name: String) -> Bool {
    guard let route = try? operation(name), let actor = call.actor else { return false }
    if actor.isReader, !route.isForReaders { return false }
    guard case .roles(let roles) = route.access else { return true }
    return !actor.roles.isDisjoint(with: roles)
  }

  /// What an operation that only reads answers to this person.
  /// - Throws: `SignInNeeded`, 403, 404, 422.
  func ask(
    _ name: String, _ parameters: [String: String] = [:], query: [(String, String)] = []
  ) async throws -> JSONValue {
    guard case .answer(let answer) = try await reply(name, parameters, query) else { throw Problem.notFound }
    return try JSONValue(parsing: answer.body)
  }

  /// The file with which an operation answers.
  func download(
    _ name: String, _ parameters: [String: String], query: [(String, String)] = []
  ) async throws -> PageReply {
    switch try await reply(name, parameters, query) {
    case .file(let file): PageReply(content: .file(file))
    case .events(let feed): PageReply(content: .events(feed))
    case .text(let bytes, let type): PageReply(content: .file(FileContent(bytes: bytes, mediaType: type)))
    case .answer: throw Problem.notFound
    }
  }

  private func reply(_ name: String, _ parameters: [String: String], _ query: [(String, String)])
    async throws -> Reply
  {
    let route = try operation(name)
    let text = query.isEmpty ? nil : String(PageURL(path: [], query: query).text.dropFirst("/?".count))
    let reader = QueryReader(text, route.query)
    guard reader.errors.isEmpty else { throw Problem.invalid(reader.errors) }
    try await admit(route, parameters)
    return try await route.handle(call.with(parameters: parameters, query: reader.value))
  }

  /// Carries out an operation with the body that a form has become.
  /// - Throws: `Procurement.Refusal` for what is wrong with the form.
  func carryOut(
    _ name: String, _ parameters: [String: String], _ sent: JSONValue, query: JSONValue = [:],
    raw: [UInt8] = []
  ) async throws -> Answer {
    let route = try operation(name)
    try await admit(route, parameters)
    var body = sent
    if case .json(let shape) = route.body {
      let (valid, errors) = shape.validate(sent)
      guard errors.isEmpty else { throw Procurement.Refusal.invalid(errors) }
      body = valid
    }
    let write = write(body)
    let reply = try await route.handle(
      call.with(
        parameters: parameters, query: query, body: body, raw: raw,
        write: route.isRepeatable ? write : Write(expectedVersions: write.expectedVersions)))
    guard case .answer(let answer) = reply else { throw Problem.notFound }
    return answer
  }

  private func admit(_ route: Route, _ parameters: [String: String]) async throws {
    if case .anyone = route.access {} else { _ = try actor }
    try await Gate(services: services, tenant: call.tenant, now: call.now).check(
      route, call.actor, parameters)
  }
}

extension Call {
  /// The same call with other particulars.
  func with(
    parameters: [String: String], query: JSONValue = [:], body: JSONValue = [:], raw: [UInt8] = [],
    write: Write = Write()
  ) -> Call {
    Call(
      services: services, tenant: tenant, actor: actor, token: token, now: now, language: language,
      parameters: parameters, query: query, body: body, upload: nil, raw: raw, write: write,
      remoteAddress: remoteAddress, userAgent: userAgent)
  }
}
