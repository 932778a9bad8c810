import Foundation
package import Logging
import ServiceLifecycle
package import TLS
import UnixSignals

/// Looks for new certificates at SIGHUP and twice a day, and warns of those that are about to expire.
package struct CertificateWatch: Service {
  private let certificates: CertificateStore
  private let renew: @Sendable () throws -> Void
  private let interval: Duration
  private let logger: Logger

  /// Days before the end at which the log becomes a warning.
  private static let alarm = 7

  /// - Parameter renew: done before each look; the development authority issues here.
  package init(
    _ certificates: CertificateStore, interval: Duration = .seconds(43_200), logger: Logger,
    renew: @escaping @Sendable () throws -> Void = {}
  ) {
    self.certificates = certificates
    self.renew = renew
    self.interval = interval
    self.logger = logger
  }

  package func run() async throws {
    let hangups = await UnixSignalsSequence(trapping: .sighup)
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        group.addTask {
          for await _ in hangups { look() }
        }
        group.addTask {
          while (try? await Task.sleep(for: interval)) != nil { look() }
        }
      }
    }
  }

  /// Looks once; also for whoever has just issued a certificate, as onboarding does.
  package func look() {
    do {
      try renew()
    } catch {
      logger.error("certificates cannot be renewed", metadata: ["reason": "\(error)"])
    }
    let report = certificates.reload()
    logger.info("certificates loaded", metadata: ["hosts": "\(report.served.count)"])
    for refusal in report.refused {
      logger.error(
        "certificate refused", metadata: ["host": "\(refusal.host)", "reason": "\(refusal.fault)"])
    }
    for certificate in certificates.certificates {
      let days = Int(certificate.expires.timeIntervalSinceNow / 86_400)
      guard days < Self.alarm else { continue }
      logger.warning("certificate expires", metadata: ["host": "\(certificate.host)", "days": "\(days)"])
    }
  }
}
