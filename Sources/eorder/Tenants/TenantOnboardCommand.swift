import ArgumentParser
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// `eorder tenant onboard`: a rule file, and the CSV files beside it, become a province.
struct TenantOnboardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onboard", abstract: "Onboard a tenant from its file, or give it the file's new rules.")

  @OptionGroup var options: TenantOptions

  @Argument(help: "The file, as Tenants/<slug>/tenant.yaml.")
  var file: String

  func run() async throws {
    let installation = try options.installation.installation()
    let folder = URL(fileURLWithPath: file).standardizedFileURL.deletingLastPathComponent()
    guard let payload = FileManager.default.contents(atPath: file).map(Array.init) else {
      throw SettingsError("\(file) cannot be read.")
    }
    let read: TenantFile
    do { read = try TenantFile(payload, national: try installation.national()) } catch {
      for problem in (error as? RuleFileError)?.problems ?? [] { Console.note("\(file): \(problem)") }
      throw ExitCode(1)
    }
    let slug = read.rulebook.tenant.slug
    let files = ProvinceFiles(folder: folder)
    let ask = AskedOperation(
      installation: installation, kind: .onboard, tenant: slug, payload: payload, files: files)
    let operation = try await ask()
    let isReachable = try await LateFiles(files: files, slug: slug, installation: installation).load()
    if options.json { return Console.output(operation.json) }
    guard isReachable else { return Console.output("\(slug) has its new rules; it is suspended.") }
    Console.output(
      "\(slug) is active at \(installation.url(host: "\(slug).\(installation.settings.domain)")).")
    if let link = (try? JSONValue(parsing: operation.result))?["invitation"]?["url"]?.text {
      Console.output("Its first administrator sets a password at \(link)")
    }
  }
}

/// Files that the operator did not load, since it sees another folder or was asked by an earlier, interrupted
/// command: each goes in where the province has nothing of its kind yet.
private struct LateFiles {
  let files: ProvinceFiles
  let slug: String
  let installation: Installation

  /// - Returns: false for a suspended tenant, which lets nobody in.
  func load() async throws -> Bool {
    let control = try installation.control()
    let national = try installation.national()
    let now = try await installation.clock(control).now
    let tenant = try await control.withConnection { try await Tenant.find(slug, national: national, $0) }
    await control.shutdown()
    guard let tenant, tenant.state == .active else { return false }
    let tenants = try installation.tenants()
    do {
      try await load(into: tenant, tenants, at: now)
      await tenants.shutdown()
      return true
    } catch {
      await tenants.shutdown()
      throw error
    }
  }

  private func load(into tenant: Tenant, _ tenants: TenantDatabase, at now: Date) async throws {
    let key = TraceKey(try installation.masterKey, tenant: slug)
    for kind in ProvinceFiles.reference {
      try await tenants.withConnection(tenant) { lease in
        guard try await lease.query(ProvinceFiles.isMissing(kind)).scalar(Bool.self) == true else { return }
        try await files.load(kind, under: tenant.rulebook, traceKey: key, at: now, lease)
      }
    }
  }
}
