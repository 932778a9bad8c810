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
    let ask = AskedOperation(
      installation: installation, kind: .onboard, tenant: slug, payload: payload,
      tenantsFolder: folder.lastPathComponent == slug ? folder.deletingLastPathComponent() : nil)
    let operation = try await ask()
    try await loadFilesThatNobodyHas(ProvinceFiles(folder: folder), slug, installation)
    if options.json { return Console.output(operation.json) }
    Console.output("\(slug) is active at \(installation.url(host: "\(slug).\(installation.settings.domain)")).")
    if let link = (try? JSONValue(parsing: operation.result))?["invitation"]?["url"]?.text {
      Console.output("Its first administrator sets a password at \(link)")
    }
  }

  /// An operator elsewhere does not see the folder of this file.
  private func loadFilesThatNobodyHas(
    _ files: ProvinceFiles, _ slug: String, _ installation: Installation
  ) async throws {
    let control = try installation.control()
    let national = try installation.national()
    let now = try await installation.clock(control).now
    let tenant = try await control.withConnection { try await Tenant.find(slug, national: national, $0) }
    await control.shutdown()
    guard let tenant else { return }
    let tenants = try installation.tenants()
    try await tenants.withConnection(tenant) { lease in
      let isEmpty = try await lease.query("SELECT NOT EXISTS (SELECT FROM unit)").scalar(Bool.self)
      guard isEmpty == true else { return }
      for kind in ProvinceFiles.reference {
        try await files.load(kind, under: tenant.rulebook, at: now, lease)
      }
    }
    await tenants.shutdown()
  }
}
