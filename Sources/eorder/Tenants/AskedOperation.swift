import AuditLog
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// An operation that the command line asks for, carried out here where the operator's login is configured, else
/// by the operator's process.
struct AskedOperation: Sendable {
  let installation: Installation
  let kind: OperationKind
  let tenant: String
  let payload: [UInt8]
  /// The files beside the rule file that is onboarded.
  var files: ProvinceFiles?

  /// Waits for the end; where the same operation is under way already, for that one.
  func callAsFunction() async throws -> Tenancy.Operation {
    let control = try installation.control()
    do {
      let operation = try await carryOut(control)
      await control.shutdown()
      return operation
    } catch {
      await control.shutdown()
      throw error
    }
  }

  private func carryOut(_ control: ControlDatabase) async throws -> Tenancy.Operation {
    let id = try await ask(control)
    if installation.settings.hasOperatorDatabase {
      let process = try OperatorProcess(
        installation, asked: files.map { AskedProvince(payload: payload, files: $0) })
      do { try await process.carryOut(id) } catch {
        await process.shutdown()
        throw error
      }
      await process.shutdown()
    }
    while true {
      let operation = try await control.withConnection { try await Operations.read(id, $0) }
      guard let operation else { throw OperationFailure("the operation is gone") }
      switch operation.state {
      case .done: return operation
      case .failed: throw OperationFailure(operation)
      case .waiting, .running: try await Task.sleep(for: .milliseconds(200))
      }
    }
  }

  private func ask(_ control: ControlDatabase) async throws -> UUID {
    let now = try await installation.clock(control).now
    let request = try await request(control)
    return try await control.withConnection { lease in
      try await lease.transaction { transaction in
        let (operation, isNew) = try await request.ask(
          transaction, id: UUID.version7(at: now), by: "command line", at: now)
        if isNew { transaction.enqueue(entry(at: now).insertion) }
        return operation.id
      }
    }
  }

  private func request(_ control: ControlDatabase) async throws -> OperationRequest {
    let tenants = try installation.tenants()
    let names = try OperatorSteps(installation, tenants: tenants).names[kind] ?? []
    await tenants.shutdown()
    if kind == .onboard {
      let file = try TenantFile(payload, national: try installation.national())
      return OperationRequest(onboarding: file, payload: payload, steps: names)
    }
    let known = try await control.withConnection { lease in
      try await lease.query("SELECT 1 FROM tenant WHERE slug = \(tenant)").count == 1
    }
    guard known else { throw SettingsError("There is no tenant \(tenant).") }
    return OperationRequest(kind, tenant: tenant, payload: payload, steps: names)
  }

  private func entry(at now: Date) -> AuditEntry {
    AuditEntry(
      at: now, actor: "operator", role: "operator", action: "tenant.\(kind.rawValue)", subjectType: "tenant",
      subjectID: tenant, detail: [:])
  }
}

/// Why an operation did not come to its end.
struct OperationFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  init(_ operation: Tenancy.Operation) {
    let step = operation.steps.first { $0.state == .failed }
    let place = step.map { " at step \($0.name)" } ?? ""
    description =
      "\(operation.kind.rawValue) of \(operation.tenant ?? "-") failed\(place): "
      + (operation.error ?? "no reason given")
  }
}

extension Tenancy.Operation {
  /// The operation as the command line prints it.
  var json: JSONValue {
    var members = [
      JSONMember(name: "id", value: .string(id.uuidString.lowercased())),
      JSONMember(name: "kind", value: .string(kind.rawValue)),
      JSONMember(name: "tenant", value: tenant.map { .string($0) } ?? .null),
      JSONMember(name: "state", value: .string(state.rawValue)),
      JSONMember(
        name: "steps",
        value: .array(steps.map { ["name": .string($0.name), "state": .string($0.state.rawValue)] })),
    ]
    if let result = try? JSONValue(parsing: result) {
      members.append(JSONMember(name: "result", value: result))
    }
    return .object(members)
  }
}
