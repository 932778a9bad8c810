import ArgumentParser
import Foundation
import Tenancy

/// `eorder rules decide`: the decision about one order from standard input; exit status 2 where the input,
/// the file or a setting is wrong, 0 for every decision, also for a refused order.
///
/// With `--lines` it answers a stream: to each line with an order one line with its decision, or with `errors`
/// in its place, so that line n answers line n; exit status 2 where any line has errors.
struct RulesDecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Decide about an order by a tenant's rules; reads one JSON object from standard input.")

  @OptionGroup var options: RulesOptions

  @Option(help: "The tenant file, as Tenants/<slug>/tenant.yaml.")
  var tenant: String

  @Option(name: .customLong("set"), help: "A setting for this call, as key=value; may be repeated.")
  var settings: [String] = []

  @Flag(help: "Decide about many: one JSON object a line in, one line out for each.")
  var lines = false

  func run() async throws {
    do {
      let file = try options.file(tenant)
      if lines { return try Self.answerLines(by: OrderDecisions(by: file, overrides: settings)) }
      let answer = try file.decide(json: try Self.input(), overrides: settings)
      Console.output(answer + [0x0A])
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

  private static func answerLines(by decisions: OrderDecisions) throws {
    var decisions = decisions
    var pending: [UInt8] = []
    while let chunk = try FileHandle.standardInput.read(upToCount: 1 << 16), !chunk.isEmpty {
      pending += chunk
      let lines = pending.split(separator: 0x0A, omittingEmptySubsequences: false)
      answer(lines.dropLast(), by: &decisions)
      pending = Array(lines.last ?? [])
      if pending.count > maximumBytes { try fail(["A line is larger than \(maximumBytes) bytes."]) }
    }
    if !pending.isEmpty { answer([pending[...]], by: &decisions) }
    if !decisions.allDecided { throw ExitCode(2) }
  }

  private static func answer(_ lines: some Sequence<ArraySlice<UInt8>>, by decisions: inout OrderDecisions) {
    for line in lines { Console.output(decisions.answer(to: Array(line)) + [0x0A]) }
  }

  private static func fail(_ sentences: [String]) throws -> Never {
    for sentence in sentences { Console.note("\(sentence)") }
    throw ExitCode(2)
  }
}
