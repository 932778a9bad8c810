package import Authentication
import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
package import Tenancy

extension Services {
  /// Whose people these are, for what is sealed and signed.
  private func realm(of tenant: Tenant?) -> String { tenant?.slug ?? "admin" }

  /// One-time codes of a province's people, or of central administrators.
  package func secondFactor(of tenant: Tenant?) -> SecondFactor {
    SecondFactor(seedKey(realm(of: tenant))) { used in
      Letter(
        .recoveryCodeUsed, to: used.user, at: used.email,
        detail: [JSONMember(name: "left", value: JSONValue(used.left))], now: used.at
      ).insertion
    }
  }

  /// Whether somebody has to set up one-time codes before anything else.
  func mustSetUpSecondFactor(_ actor: Actor, in tenant: Tenant?) -> Bool {
    !actor.hasSecondFactor && needsSecondFactor(actor, in: tenant)
  }

  /// Whether somebody has to use one-time codes: central administrators, and officials where their province says so.
  func needsSecondFactor(_ actor: Actor, in tenant: Tenant?) -> Bool {
    guard asksForSecondFactor else { return false }
    guard let tenant else { return true }
    return tenant.rulebook.people.requiresSecondFactor && !actor.isVendor
  }
}

extension Call {
  var secondFactor: SecondFactor { services.secondFactor(of: tenant) }

  var signInWay: SignIn {
    SignIn(hasher: services.hasher, realm: tenant == nil ? .central : .tenant, factor: secondFactor)
  }

  /// The caller's account where one-time codes are kept.
  var factorOwner: FactorOwner {
    get throws {
      guard let actor else { throw Problem.unauthenticated }
      return FactorOwner(actor, rulesVersion: tenant?.rulebook.version, now: now)
    }
  }

  /// A transaction in the schema of whoever asks: the province's, or that of central administration.
  func inTransaction<T: Sendable>(
    _ work: (borrowing Transaction) async throws -> T
  ) async throws -> T {
    if tenant == nil { return try await withControl { try await $0.transaction(work) } }
    return try await withTenant { try await $0.transaction(work) }
  }

  /// Carries out what needs the caller's password and code, in the transaction that takes the code.
  /// - Throws: 422 at `/password` and `/otp`; `SignIn.Refusal.throttled`.
  func proving<T: Sendable>(
    password: String, otp: String?, _ work: (borrowing Transaction) async throws -> T
  ) async throws -> T {
    guard let actor else { throw Problem.unauthenticated }
    let attempt = SignIn.Attempt(
      email: actor.email, password: password, otp: otp, address: remoteAddress, userAgent: userAgent,
      isProof: true)
    return try await refusingProof {
      let verified = try await verified(attempt)
      let signIn = signInWay
      return try await inTransaction { transaction in
        try await signIn.admit(verified, at: now, transaction)
        return try await work(transaction)
      }
    }
  }

  /// What is wrong with a proof as what is wrong with a request's members.
  func refusingProof<T: Sendable>(_ work: () async throws -> T) async throws -> T {
    do {
      return try await work()
    } catch SignIn.Refusal.badCredentials {
      throw refusal("/password", .notOneOf, SecondFactorText.wrongPassword)
    } catch SignIn.Refusal.codeNeeded {
      throw refusal("/otp", .required, SecondFactorText.codeNeeded)
    } catch SignIn.Refusal.wrongCode {
      throw refusal("/otp", .notOneOf, SecondFactorText.wrongCode)
    }
  }

  private func refusal(
    _ pointer: String, _ code: FieldErrorCode, _ text: Words
  ) -> Procurement.Refusal {
    let detail = Bilingual(id: text.indonesian, en: text.english)
    return .invalid([FieldError(pointer, code, detail: detail)])
  }
}
