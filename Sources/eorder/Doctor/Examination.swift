import Foundation
import Postgres
import TLS
import Tenancy

/// Looks at everything that an installation stands on; every finding is a sentence and its mend.
struct Examination: Sendable {
  let installation: Installation

  /// Bytes that a disk should have left.
  private static let leastSpace = 1 << 30
  /// Days before a certificate's end.
  private static let certificateAlarm = 14.0

  func findings() async -> [String] {
    let database = DatabaseExamination(installation: installation)
    var findings = files() + keyFiles() + disk()
    let (hosts, unreachable) = await database.hosts()
    findings += certificates(hosts) + unreachable
    if unreachable.isEmpty { findings += await database.server() }
    findings += await SchemaExamination(installation: installation).findings()
    return findings
  }

  private func files() -> [String] {
    var findings: [String] = []
    do { _ = try installation.masterKey } catch { findings.append("\(error)") }
    do { _ = try installation.national() } catch { findings.append("\(error); restore it from the release.") }
    do { _ = try installation.migrations() } catch { findings.append("\(error)") }
    return findings
  }

  /// Keys that more people than their owner can read.
  private func keyFiles() -> [String] {
    let settings = installation.settings
    var paths = [try? settings.masterKeyFile, try? settings.operatorKeyFile].compactMap(\.self)
    if let folder = try? settings.tlsFolder {
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
      paths += names.filter { $0.hasSuffix(".key") }.sorted().map { "\(folder)/\($0)" }
    }
    return paths.compactMap { path in
      let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      let attributes = try? FileManager.default.attributesOfItem(atPath: file)
      guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0 else {
        return nil
      }
      return
        "The key file \(path) has mode \(String(mode & 0o777, radix: 8)), so that others may read it: "
        + "chmod 600 \(path), and take a new key if somebody might have."
    }
  }

  private func certificates(_ hosts: [String]) -> [String] {
    guard let folder = try? installation.settings.tlsFolder else { return [] }
    let host = "admin.\(installation.settings.domain)"
    do {
      let store = try CertificateStore(folder: URL(fileURLWithPath: folder), defaultHost: host)
      let served = Set(store.certificates.map(\.host))
      let missing = hosts.filter { !served.contains($0) }.map {
        "\($0) has no usable certificate in \(folder): put one there."
      }
      return missing
        + store.certificates.compactMap { certificate in
          let days = certificate.expires.timeIntervalSinceNow / 86_400
          guard days < Self.certificateAlarm else { return nil }
          return
            "The certificate of \(certificate.host) expires in \(Int(days)) days: put a new one into \(folder)."
        }
    } catch {
      return ["\(host) has no usable certificate in \(folder) (\(error.fault)): put one there."]
    }
  }

  private func disk() -> [String] {
    let folder = (try? installation.settings.masterKeyFile) ?? "/"
    let attributes = try? FileManager.default.attributesOfFileSystem(
      forPath: URL(fileURLWithPath: folder).deletingLastPathComponent().path)
    guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.intValue, free < Self.leastSpace else {
      return []
    }
    return ["Only \(free >> 20) MiB are free on the disk of \(folder): make room."]
  }
}
