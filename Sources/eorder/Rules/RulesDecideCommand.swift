import ArgumentParser
import Foundation
import Tenancy

/// `eorder rules decide`: the decision about one order from standard input; exit status 2 where the input,
/// the file or a setting is wrong, 0 for every decision, also for a refused order.
struct RulesDecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Decide about an order by a tenant's rules; reads one JSON object from standard input.")

  @OptionGroup var options: RulesOptions

  @Option(help: "The tenant file, as Tenants/<slug>/tenant.yaml.")
  var tenant: String

  @Option(name: .customLong("set"), help: "A setting for this call, as key=value; may be repeated.")
  var settings: [String] = []

  func run() async throws {
    do {
      let file = try options.file(tenant)
      let answer = try file.decide(json: try Self.input(), overrides: settings)
      FileHandle.standardOutput.write(Data(answer + [0x0A]))
    } catch let refusals as Refusals {
      try Self.fail(refusals.sentences)
    } catch let error as RuleFileError {
      try Self.fail(error.problems.map { "\(tenant): \($0.description)." })
    } catch let error as SettingsError {
      try Self.fail([error.description])
    } catch let failure as RuleFileFailure {
      try Self.fail(["\(failure)."])
    }
  }

  private static let maximumBytes = 16 << 20

  private static func input() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try FileHandle.standardInput.read(upToCount: 1 << 16), !chunk.isEmpty {
      bytes += chunk
      if bytes.count > maximumBytes { try fail(["The input is larger than \(maximumBytes) bytes."]) }
    }
    return bytes
  }

  private static func fail(_ sentences: [String]) throws -> Never {
    for sentence in sentences { FileHandle.standardError.write(Data("\(sentence)\n".utf8)) }
    throw ExitCode(2)
  }
}
