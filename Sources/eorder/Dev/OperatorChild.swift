import Foundation
import Logging
import ServiceLifecycle

/// `eorder operate` as a child that ends with this process, however that ends: it watches a pipe whose other end
/// only we hold.
struct OperatorChild: Service {
  let dataFolder: String
  /// Finishes once the configuration holds the real ports, which stand in links.
  let configured: AsyncStream<Void>
  let logger: Logger

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      for await _ in configured {}
      try Task.checkCancellation()
      while true {
        try await runOnce()
        logger.warning("the operator has ended and is started again")
        try await Task.sleep(for: .seconds(1))
      }
    }
  }

  private func runOnce() async throws {
    let process = Process()
    let input = Pipe()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["operate", "--data", dataFolder, "--while-input-is-open"]
    // Settings of our environment are not those of this installation.
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("EORDER_") }
    process.standardInput = input
    process.standardOutput = FileHandle.standardError
    let (ends, end) = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in end.finish() }
    try process.run()
    await withTaskCancellationHandler {
      for await _ in ends {}
    } onCancel: {
      try? input.fileHandleForWriting.close()
    }
    try Task.checkCancellation()
  }
}
