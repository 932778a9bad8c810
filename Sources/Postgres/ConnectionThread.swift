import Foundation

/// One operating-system thread that runs everything a connection does, so that waiting for the
/// socket never blocks the cooperative pool.
///
/// It also runs the task that holds the lease: between two statements nothing changes threads.
/// `@unchecked Sendable`: `jobs` and `stopped` are touched only while `condition` is locked.
final class ConnectionThread: SerialExecutor, TaskExecutor, @unchecked Sendable {
  private static let stackSize = 512 * 1024

  private let condition = NSCondition()
  private var jobs: [UnownedJob] = []
  private var stopped = false

  init(name: String) {
    let thread = Thread { [self] in run() }
    thread.stackSize = Self.stackSize
    thread.name = name
    thread.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    condition.lock()
    jobs.append(job)
    condition.signal()
    condition.unlock()
  }

  /// Ends the thread once its queue is empty.
  func stop() {
    condition.lock()
    stopped = true
    condition.signal()
    condition.unlock()
  }

  private func run() {
    var batch: [UnownedJob] = []
    while takeJobs(into: &batch) {
      for job in batch {
        job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
      }
    }
  }

  /// Waits for jobs; the two arrays change places, so that neither is allocated anew.
  private func takeJobs(into batch: inout [UnownedJob]) -> Bool {
    batch.removeAll(keepingCapacity: true)
    condition.lock()
    defer { condition.unlock() }
    while jobs.isEmpty {
      if stopped { return false }
      condition.wait()
    }
    swap(&jobs, &batch)
    return true
  }
}
