import ArgumentParser
import Authentication
import Foundation
import Tenancy

/// `eorder admin`: central administrators.
struct AdminCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admin", abstract: "Central administrators.", subcommands: [AdminCreateCommand.self])
}

/// `eorder admin create`: an account, and a link that works once.
struct AdminCreateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a central administrator; prints a one-time invitation link.")

  @OptionGroup var options: InstallationOptions

  @Option(help: "The administrator's e-mail address.")
  var email: String

  @Option(help: "The administrator's name; the address without it.")
  var name: String?

  func validate() throws {
    guard email.wholeMatch(of: /[!-?A-~]+@[A-Za-z0-9.-]+/) != nil, email.utf8.count <= 254 else {
      throw ValidationError("--email must be a mail address.")
    }
  }

  func run() async throws {
    let installation = try options.installation()
    let control = try installation.control()
    let clock = try await installation.clock(control)
    let administrator = CentralAdministrator(email: email.lowercased(), name: name ?? email)
    let secret = try await administrator.invite(control, at: clock.now)
    await control.shutdown()
    Console.output(
      installation.url(host: "admin.\(installation.settings.domain)") + "/invitations/\(secret.text)")
  }
}
