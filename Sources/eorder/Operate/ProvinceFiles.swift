import EOrderRules
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// The folder of a province with its rule file and the CSV files beside it.
struct ProvinceFiles: Sendable {
  /// What a province begins with; vendors and products come by themselves.
  static let reference: [ImportKind] = [.units, .officials, .budgetLines, .packages, .standardPrices]

  let folder: URL

  var tenantFile: [UInt8]? { contents("tenant.yaml") }

  /// The folders of all provinces in the folder of tenants, by name.
  static func all(in tenantsFolder: URL) -> [ProvinceFiles] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: tenantsFolder.path)) ?? []
    return names.sorted().map { ProvinceFiles(folder: tenantsFolder.appending(path: $0)) }
      .filter { FileManager.default.fileExists(atPath: $0.folder.appending(path: "tenant.yaml").path) }
  }

  /// Takes one file into a province; nothing where there is no such file.
  /// - Throws: `ImportFailure` naming the file and its bad rows.
  func load(
    _ kind: ImportKind, under rulebook: Rulebook, traceKey: TraceKey, at now: Date,
    _ lease: borrowing some Lease & ~Copyable
  ) async throws {
    let name = "\(kind.rawValue).csv"
    guard let bytes = contents(name) else { return }
    do {
      _ = try await ImportRun(kind, bytes, operatorAt: now, under: rulebook, traceKey: traceKey)(lease)
    } catch Procurement.Refusal.invalid(let errors) {
      throw ImportFailure(file: folder.appending(path: name).path, errors: errors)
    }
  }

  /// Whether a province has nothing yet of what such a file brings; one that does keeps what it has.
  static func isMissing(_ kind: ImportKind) -> SQL {
    switch kind {
    case .units: "SELECT NOT EXISTS (SELECT FROM unit)"
    // The first administrator has no NIP, everybody of a file has.
    case .officials: "SELECT NOT EXISTS (SELECT FROM app_user WHERE nip IS NOT NULL)"
    case .budgetLines: "SELECT NOT EXISTS (SELECT FROM budget_line)"
    case .packages: "SELECT NOT EXISTS (SELECT FROM package)"
    case .standardPrices: "SELECT NOT EXISTS (SELECT FROM standard_price)"
    case .vendors: "SELECT NOT EXISTS (SELECT FROM vendor)"
    case .products: "SELECT NOT EXISTS (SELECT FROM product)"
    case .blacklist: "SELECT NOT EXISTS (SELECT FROM blacklist_entry)"
    }
  }

  private func contents(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: folder.appending(path: name).path).map(Array.init)
  }
}

/// A file that a province cannot take.
struct ImportFailure: Error, CustomStringConvertible {
  let file: String
  let errors: [FieldError]

  var description: String {
    let rows = errors.prefix(10).map { "\($0.pointer) \($0.code)" }.joined(separator: ", ")
    return "\(file): \(rows)" + (errors.count > 10 ? " and \(errors.count - 10) more" : "")
  }
}
