import ArgumentParser

/// `eorder doctor`: what is wrong with this installation, each with its mend; exit status 1 if anything is.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tell what is wrong with this installation, and how to mend it.")

  @OptionGroup var options: InstallationOptions

  func run() async throws {
    let installation = try options.installation()
    let findings = await Examination(installation: installation).findings()
    for finding in findings { Console.output(finding) }
    if !findings.isEmpty { throw ExitCode(1) }
    Console.output("Nothing is wrong.")
  }
}
