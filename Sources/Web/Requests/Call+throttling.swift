import Authentication
import Postgres
import Procurement

extension Call {
  /// Carries out what may tell that somebody else has a number or an address. Each such answer counts against
  /// the caller's address, which has to wait when there are too many; what tells nothing is taken back.
  func telling(_ work: () async throws -> Answer) async throws -> Answer {
    let throttle = Throttle.telling(remoteAddress)
    try await withTenant { try await throttle.admit($0, at: now) }
    do {
      let answer = try await work()
      try? await withTenant { try await throttle.takeBack($0) }
      return answer
    } catch {
      if !tells(error) { try? await withTenant { try await throttle.takeBack($0) } }
      throw error
    }
  }

  private func tells(_ error: any Error) -> Bool {
    switch error {
    case Procurement.Refusal.alreadyRegistered, Procurement.Refusal.conflict: true
    case let error as PostgresError: error.sqlState == SQLState.uniqueViolation
    default: false
    }
  }
}
