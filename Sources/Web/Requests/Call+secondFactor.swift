import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

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

  func abandonSecondFactor() async throws {
    let abandon = AbandonSecondFactor(try factorOwner)
    try await inTransaction { try await abandon($0) }
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
