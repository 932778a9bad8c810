package import Foundation
import Synchronization

/// The certificates of every host, from a folder of `<host>.pem` (chain) and `<host>.key`, by SNI name.
///
/// A pair is taken only after OpenSSL has verified it; while its files are broken the host keeps what it had.
package final class CertificateStore: Sendable {
  /// The folder, as given by `EORDER_TLS_DIR`.
  package let folder: URL
  /// The host whose certificate answers a connection without SNI or with an unknown name.
  package let defaultHost: String
  private let now: @Sendable () -> Date
  private let served: Mutex<[String: ServedCertificate]>
  /// Held through a whole reload, so that two at once cannot put an older look over a newer one.
  private let reloading = Mutex<Void>(())

  /// Loads the folder; throws where the default host cannot be served, and tolerates any other fault.
  ///
  /// - Parameter now: the time that dates are checked against; the real one, as clients check against theirs.
  package init(
    folder: URL, defaultHost: String, now: @escaping @Sendable () -> Date = { Date() }
  ) throws(MissingDefaultCertificate) {
    self.folder = folder
    self.defaultHost = defaultHost.lowercased()
    self.now = now
    self.served = Mutex([:])
    let first = reload()
    guard served.withLock({ $0[self.defaultHost] }) == nil else { return }
    let fault = first.refused.first { $0.host == self.defaultHost }?.fault
    throw MissingDefaultCertificate(
      host: self.defaultHost, folder: folder.path,
      fault: fault ?? .unreadable(file: "\(self.defaultHost).pem", reason: "no such file"))
  }

  /// Looks through the folder again and swaps everything at once; connections in progress are not touched.
  @discardableResult
  package func reload() -> CertificateReload {
    reloading.withLock { _ in
      let before = served.withLock { $0 }
      var report = CertificateReload()
      var after: [String: ServedCertificate] = [:]
      for host in hostsOfFolder().union([defaultHost]).sorted() {
        do throws(CertificateFault) {
          after[host] = try ServedCertificate(host: host, folder: folder, date: now())
        } catch {
          after[host] = before[host]
          report.refused.append(.init(host: host, fault: error, keepsEarlier: before[host] != nil))
        }
      }
      report.served = after.keys.sorted()
      report.dropped = before.keys.filter { after[$0] == nil }.sorted()
      served.withLock { $0 = after }
      return report
    }
  }

  /// The certificate for an SNI name, compared exactly but for case; the default host's for none or another.
  ///
  /// A host may just have come to be, and its first visitor be faster than the next reload.
  package func certificate(for serverName: String?) -> ServedCertificate {
    if let name = serverName?.lowercased(), let own = served.withLock({ $0[name] }) ?? arrived(name) {
      return own
    }
    return served.withLock { served in
      // The initialiser saw to it, and no reload takes it away.
      guard let own = served[defaultHost] else { preconditionFailure("no default certificate") }
      return own
    }
  }

  /// The certificate of a host whose files have come since the last reload; an unknown name costs one look at the
  /// folder.
  private func arrived(_ host: String) -> ServedCertificate? {
    let isName =
      host.utf8.count <= 253 && !host.hasPrefix(".") && !host.isEmpty
      && host.utf8.allSatisfy {
        ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x2E
      }
    guard isName, FileManager.default.fileExists(atPath: folder.appending(path: "\(host).pem").path),
      let new = try? ServedCertificate(host: host, folder: folder, date: now())
    else { return nil }
    served.withLock { $0[host] = new }
    return new
  }

  /// Every served certificate, sorted by host, for expiry alarms and `eorder doctor`.
  package var certificates: [ServedCertificate] {
    served.withLock { $0.values.sorted { $0.host < $1.host } }
  }

  /// Hosts with either file; an unreadable folder has none, so that all that was served is kept or refused.
  private func hostsOfFolder() -> Set<String> {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return served.withLock { Set($0.keys) }
    }
    return Set(
      names.filter { !$0.hasPrefix(".") && ($0.hasSuffix(".pem") || $0.hasSuffix(".key")) }
        .map { $0.dropLast(4).lowercased() })
  }
}
