import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Procurement
import StrictJSON

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
              "The caller's own; may be left out by who has no second factor and has signed in a short while ago."
            ),
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
