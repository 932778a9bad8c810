import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// One-time codes: setting them up and taking them away, and showing once more who one is.
enum SecondFactorRoutes {
  static func all(_ host: RouteHost) -> [Route] {
    [state(host), begin(host), confirm(host), remove(host), stepUp(host)]
      + (host == .tenant ? [reset] : [])
  }

  /// What somebody may do who still has to set one up.
  static func isOpen(_ route: Route) -> Bool {
    ["whoAmI", "signOut", "readSecondFactor", "beginSecondFactor", "confirmSecondFactor", "stepUp"]
      .contains(route.name)
  }

  private static let password = Shape.secret(min: 1, max: 1024)
  private static let otp = Shape.text(min: 6, max: 40)
  private static let own = "The caller's own."
  private static let code = "A one-time code, or a recovery code."

  private static func state(_ host: RouteHost) -> Route {
    Route(
      host, .get, "/sessions/current/second-factor", name: "readSecondFactor", access: .signedIn,
      answer: .json(
        200,
        .component(
          "SecondFactor",
          .object([
            .required("on", .boolean), .required("since", .nullable(.dateTime)),
            .required("needed", .boolean, "Whether this account has to use one-time codes."),
            .required("recoveryCodes", .integer(min: 0), "How many were not used yet."),
          ])))
    ) { call in
      let state = try await call.secondFactorState()
      let isNeeded = call.actor.map { call.services.needsSecondFactor($0, in: call.tenant) } ?? false
      return .answer(
        Answer([
          "on": .bool(state.since != nil), "since": JSONValue(state.since), "needed": .bool(isNeeded),
          "recoveryCodes": JSONValue(state.recoveryCodes),
        ]))
    }
  }

  private static func begin(_ host: RouteHost) -> Route {
    Route(
      host, .post, "/sessions/current/second-factor", name: "beginSecondFactor", access: .signedIn,
      body: .json(
        .component(
          "SecondFactorBeginning",
          .object([
            .optional(
              "password", .nullable(password),
              "The caller's own; may be left out by who has no second factor and has signed in a short while ago."),
            .optional("otp", .nullable(otp), "A code of the second factor that is on."),
          ]))),
      answer: .json(
        201,
        .component(
          "SecondFactorSeed",
          .object([
            .required("secret", .text(max: 40), "Base32, for programs that read no QR code."),
            .required("uri", .text(max: 2000), "What the QR code says."),
          ]))), holdsSecret: true, statuses: [401, 429]
    ) { call in
      let seed = try await call.beginSecondFactor(
        password: call.body["password"]?.text, otp: call.body["otp"]?.text)
      return .answer(
        Answer(status: 201, ["secret": .string(seed.text), "uri": .string(try call.secondFactorURI(seed))]))
    }
  }

  private static func confirm(_ host: RouteHost) -> Route {
    Route(
      host, .post, "/sessions/current/second-factor/confirm", name: "confirmSecondFactor", access: .signedIn,
      body: .json(.component("FirstCode", .object([.required("otp", otp)]))),
      answer: .json(
        200,
        .component(
          "SecondFactorConfirmed",
          .object([
            .required("recoveryCodes", .array(of: .text(max: 40)), "Shown this once."),
            .required("token", .text(max: 100), "In place of the token that the request came with."),
            .required("expiresAt", .dateTime),
          ]))), holdsSecret: true, statuses: [409]
    ) { call in
      let outcome = try await call.confirmSecondFactor(call.body["otp"]?.text ?? "")
      return .answer(
        Answer([
          "recoveryCodes": .array(outcome.recoveryCodes.map { .string($0) }),
          "token": .string(outcome.token.text), "expiresAt": JSONValue(outcome.expiresAt),
        ]))
    }
  }

  private static func remove(_ host: RouteHost) -> Route {
    Route(
      host, .post, "/sessions/current/second-factor/remove", name: "removeSecondFactor", access: .signedIn,
      body: .json(
        .component(
          "SecondFactorRemoval",
          .object([.required("password", password, own), .required("otp", otp, code)]))),
      answer: .empty, holdsSecret: true, statuses: [409, 429]
    ) { call in
      try await call.removeSecondFactor(
        password: call.body["password"]?.text ?? "", otp: call.body["otp"]?.text)
      return .answer(Answer(status: 204))
    }
  }

  private static func stepUp(_ host: RouteHost) -> Route {
    Route(
      host, .post, "/sessions/current/step-up", name: "stepUp", access: .signedIn,
      body: .json(
        .component(
          "StepUp",
          .object([.required("password", password, own), .optional("otp", .nullable(otp), code)]))),
      answer: .json(
        200,
        .component(
          "RenewedSession",
          .object([
            .required("token", .text(max: 100), "In place of the token that the request came with."),
            .required("expiresAt", .dateTime),
          ]))), holdsSecret: true, statuses: [429]
    ) { call in
      let renewed = try await call.stepUp(
        password: call.body["password"]?.text ?? "", otp: call.body["otp"]?.text)
      return .answer(
        Answer(["token": .string(renewed.token.text), "expiresAt": JSONValue(renewed.expiresAt)]))
    }
  }

  private static let reset = Route(
    .tenant, .post, "/users/{id}/second-factor/reset", name: "resetSecondFactor",
    access: .roles([.tenantAdmin]),
    body: .json(
      .component(
        "SecondFactorReset",
        .object(
          [.required("password", password, own), .optional("otp", .nullable(otp), code)]
            + ResetSecondFactor.members))), answer: .json(200, UserRow.answer), subject: .user,
    holdsSecret: true, statuses: [409, 429]
  ) { call in
    let reset = ResetSecondFactor(try call.id(), body: call.body)
    let caller = try call.caller
    return .answer(
      try await call.proving(password: call.body["password"]?.text ?? "", otp: call.body["otp"]?.text) {
        try await reset(caller, $0)
      })
  }
}

extension Call {
  func secondFactorState() async throws -> SecondFactorState {
    let owner = try factorOwner
    let select = SecondFactorState.select(owner.user, at: now)
    let found =
      tenant == nil
      ? try await withControl { try await $0.query(select) }
      : try await withTenant { try await $0.query(select) }
    guard let state = try found.first(SecondFactorState.self) else { throw Problem.notFound }
    return state
  }

  /// Where there is a second factor already it is moved, which needs password and code whatever the session.
  func beginSecondFactor(password: String?, otp: String?) async throws -> OneTimeSeed {
    let begin = SetUpSecondFactor(try factorOwner, key: secondFactor.key)
    if let password { return try await proving(password: password, otp: otp) { try await begin($0) } }
    if actor?.hasSecondFactor == true {
      throw Procurement.Refusal.invalid([FieldError("/password", .required), FieldError("/otp", .required)])
    }
    guard actor?.isFreshlyProved == true else { throw Procurement.Refusal.stepUp }
    return try await inTransaction { try await begin($0) }
  }

  func confirmSecondFactor(_ code: String) async throws -> ConfirmSecondFactor.Outcome {
    let confirm = ConfirmSecondFactor(try factorOwner, code: code, factor: secondFactor)
    return try await refusingProof { try await inTransaction { try await confirm($0) } }
  }

  /// - Throws: 409 where the person has none, or has to have one.
  func removeSecondFactor(password: String, otp: String?) async throws {
    let remove = RemoveSecondFactor(try factorOwner)
    guard let actor, actor.hasSecondFactor else { throw Procurement.Refusal.wrongState("none") }
    if services.needsSecondFactor(actor, in: tenant) { throw Procurement.Refusal.wrongState("needed") }
    try await proving(password: password, otp: otp) { try await remove($0) }
  }

  func stepUp(password: String, otp: String?) async throws -> (token: Secret, expiresAt: Date) {
    let stepUp = StepUp(try factorOwner)
    return try await proving(password: password, otp: otp) { try await stepUp($0) }
  }

  func secondFactorURI(_ seed: OneTimeSeed) throws -> String {
    let place = tenant.map { " " + $0.rulebook.tenant.name } ?? ""
    return seed.uri(issuer: "e-Order\(place)", account: try factorOwner.email)
  }
}
