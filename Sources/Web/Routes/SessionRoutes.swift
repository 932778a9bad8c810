import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Postgres
import Procurement
import StrictJSON

/// Signing in and out, on both kinds of host.
enum SessionRoutes {
  static let tenant: [Route] =
    [signIn(.tenant), current(.tenant), signOut(.tenant)] + SecondFactorRoutes.all(.tenant)
  static let central: [Route] =
    [signIn(.admin), current(.admin), signOut(.admin), acceptCentralInvitation, PeopleRoutes.reset(.admin)]
    + SecondFactorRoutes.all(.admin)

  private static let user = Shape.component(
    "SignedInUser",
    .object([
      .required("id", .uuid), .required("name", .name), .required("roles", .array(of: .oneOf(Role.self))),
      .optional("unitId", .uuid), .optional("vendorId", .uuid),
    ]))

  private static let credentials = Shape.component(
    "Credentials",
    .object([
      .required("email", .text(max: 320)), .required("password", .secret(min: 1, max: 1024)),
      .optional(
        "otp", .nullable(.text(max: 40)),
        "The one-time code, or a recovery code, where a second factor is on."),
    ]))

  private static let session = Shape.component(
    "Session",
    .object([
      .required("token", .text(max: 100)), .required("expiresAt", .dateTime), .required("user", user),
      .optional(
        "mustSetUpSecondFactor", .boolean, "True where the session is for setting up one-time codes alone."),
    ]))

  private static func signIn(_ host: RouteHost) -> Route {
    Route(
      host, .post, "/sessions", name: "signIn", access: .anyone, body: .json(credentials),
      answer: .json(201, session), holdsSecret: true,
      statuses: host == .tenant ? [401, 409, 429] : [401, 429]
    ) { call in
      let attempt = SignIn.Attempt(
        email: call.body["email"]?.text ?? "", password: call.body["password"]?.text ?? "",
        otp: call.body["otp"]?.text, address: call.remoteAddress, userAgent: call.userAgent)
      let session = try await call.signIn(attempt)
      var members = [
        JSONMember(name: "token", value: .string(session.token.text)),
        JSONMember(name: "expiresAt", value: JSONValue(session.expiresAt)),
        JSONMember(name: "user", value: session.actor.json),
      ]
      if call.services.mustSetUpSecondFactor(session.actor, in: call.tenant) {
        members.append(JSONMember(name: "mustSetUpSecondFactor", value: true))
      }
      return .answer(Answer(status: 201, .object(members)))
    }
  }

  private static func current(_ host: RouteHost) -> Route {
    Route(
      host, .get, "/sessions/current", name: "whoAmI", access: .signedIn,
      answer: .json(200, .component("CurrentSession", .object([.required("user", user)])))
    ) { call in
      guard let actor = call.actor else { throw Problem.unauthenticated }
      return .answer(Answer(["user": actor.json]))
    }
  }

  private static func signOut(_ host: RouteHost) -> Route {
    Route(host, .delete, "/sessions/current", name: "signOut", access: .signedIn, answer: .empty) { call in
      try await call.signOut()
      return .answer(Answer(status: 204))
    }
  }

  private static let acceptCentralInvitation = Route(
    .admin, .post, "/invitations/{token}", name: "acceptInvitation", access: .anyone,
    body: .json(AcceptInvitation.shape), answer: .json(200, AcceptInvitation.answer), holdsSecret: true,
    statuses: [404]
  ) { call in
    let secret = Secret(presented: call.parameters["token"] ?? "")
    let accept = AcceptInvitation(secret, body: call.body, realm: .central)
    return .answer(
      try await call.withControl {
        try await accept(
          at: call.now, rulesVersion: nil, policy: call.services.passwords, hasher: call.services.hasher, $0)
      })
  }.finding(.invitation(.central))
}

extension Call {
  /// Signs somebody in.
  func signIn(_ attempt: SignIn.Attempt) async throws -> SignIn.Session {
    try await open(try await verified(attempt))
  }

  /// Looks at a password, and whether it still holds; no connection is held while it is hashed.
  func verified(_ attempt: SignIn.Attempt) async throws -> SignIn.Verified {
    let signIn = signInWay
    let candidate =
      tenant == nil
      ? try await withControl { try await signIn.count(attempt, $0, at: now) }
      : try await withTenant { try await signIn.count(attempt, $0, at: now) }
    let verified = try await signIn.verify(candidate)
    try await checkPasswordTerm(attempt.email)
    return verified
  }

  /// The session of somebody whose password was right.
  func open(_ verified: SignIn.Verified) async throws -> SignIn.Session {
    let signIn = signInWay
    return tenant == nil
      ? try await withControl { try await signIn.open(verified, $0, at: now) }
      : try await withTenant { try await signIn.open(verified, $0, at: now) }
  }

  /// A password that the province lets end has to be set anew.
  private func checkPasswordTerm(_ email: String) async throws {
    guard let tenant, let term = PasswordTerm(tenant, at: now) else { return }
    try await withTenant { try await term.check(email, $0) }
  }

  /// Ends the session that the call came with.
  func signOut() async throws {
    guard let actor else { throw Problem.unauthenticated }
    if let access = actor.access {
      let caller = try self.caller
      _ = try await withTenant { try await EndBreakGlass(access.id)(caller, Write(), $0) }
    } else if tenant == nil {
      try await withControl { try await Sessions.close(actor, at: now, $0) }
    } else {
      try await withTenant { try await Sessions.close(actor, at: now, $0) }
    }
  }
}

extension Actor {
  /// Who is signed in, as the API shows it.
  var json: JSONValue {
    var members = [
      JSONMember(name: "id", value: JSONValue(userID)), JSONMember(name: "name", value: .string(name)),
      JSONMember(name: "roles", value: .array(roles.map(\.rawValue).sorted().map { .string($0) })),
    ]
    if let unitID { members.append(JSONMember(name: "unitId", value: JSONValue(unitID))) }
    if let vendorID { members.append(JSONMember(name: "vendorId", value: JSONValue(vendorID))) }
    return .object(members)
  }
}
