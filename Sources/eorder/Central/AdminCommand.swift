import ArgumentParser
import Authentication
import Foundation
import Tenancy

/// `eorder admin`: central administrators.
struct AdminCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admin", abstract: "Central administrators.",
    subcommands: [AdminCreateCommand.self, AdminResetSecondFactorCommand.self])
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
    let secret = try await administrator.invite(
      control, key: LinkKey(central: try installation.masterKey), at: clock.now)
    await control.shutdown()
    Console.output(
      installation.url(host: "admin.\(installation.settings.domain)") + "/invitations/\(secret.text)")
  }
}

/// `eorder admin reset-second-factor`: for somebody who has lost the phone and the recovery codes.
struct AdminResetSecondFactorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset-second-factor",
    abstract: "Take away the one-time codes of a central administrator; all sessions of that account end.")

  @OptionGroup var options: InstallationOptions

  @Option(help: "The administrator's e-mail address.")
  var email: String

  func run() async throws {
    let installation = try options.installation()
    let control = try installation.control()
    let clock = try await installation.clock(control)
    let administrator = CentralAdministrator(email: email.lowercased(), name: "")
    let isDone = try await administrator.resetSecondFactor(control, at: clock.now)
    await control.shutdown()
    guard isDone else {
      Console.note("No central administrator with this address has one-time codes.")
      throw ExitCode(1)
    }
    Console.output(
      "The one-time codes of \(email.lowercased()) are off; they are set up anew at the next sign-in.")
  }
}
