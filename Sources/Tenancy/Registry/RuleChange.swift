package import EOrderRules
package import Foundation
package import Postgres

/// A file that a tenant brings, compared with the rules that it has already.
package struct RuleChange: Sendable {
  package let file: TenantFile
  /// Whether the file says something else than the one before; true for a tenant that joins.
  package let isNew: Bool

  /// Reads and checks a file. What says the same as before passes in whatever form it comes; a change may not
  /// begin in the past, and what was fixed when the tenant joined stays.
  ///
  /// A file that says what an earlier version said, since which two people of the province changed the rules, changes
  /// nothing: what they approved is undone by another draft only.
  /// - Throws: `RuleFileError` with all that is wrong.
  package init(
    _ bytes: [UInt8], national: NationalRules, at now: Date, _ lease: borrowing some Lease & ~Copyable
  ) async throws {
    let file = try TenantFile(bytes, national: national)
    let slug = file.rulebook.tenant.slug
    let history = try await RuleHistory.read(slug, national: national, lease)
    let isOlder = history.versions.dropLast().contains { $0.file.settings.saysTheSame(as: file.settings) }
    if let newest = history.newest, newest.draftID != nil,
      !file.settings.saysTheSame(as: newest.file.settings)
    {
      guard isOlder else { throw RuleFileError([Self.approvedSince(newest)]) }
      self.init(unchanged: file)
    } else {
      try self.init(file, bytes, after: history.newest?.file, at: now)
    }
  }

  private init(unchanged file: TenantFile) {
    self.file = file
    isNew = false
  }

  private static func approvedSince(_ newest: RuleHistory.Version) -> RuleFileProblem {
    let version = newest.file.rulebook.version
    return RuleFileProblem(
      line: 1, key: "version",
      RuleProblem(
        .approvedSince(version: version), bound: .draftOfProvince))
  }

  init(_ file: TenantFile, _ bytes: [UInt8], after newest: TenantFile?, at now: Date) throws(RuleFileError) {
    self.file = file
    isNew = newest.map { !file.settings.saysTheSame(as: $0.settings) } ?? true
    guard let newest, isNew else { return }
    var problems = Self.changedFixedSettings(file, newest)
    do {
      _ = try TenantFile(bytes, national: file.national, changeOn: file.rulebook.calendar.day(of: now))
    } catch {
      problems += error.problems
    }
    guard problems.isEmpty else { throw RuleFileError(problems) }
  }

  private static func changedFixedSettings(_ file: TenantFile, _ before: TenantFile) -> [RuleFileProblem] {
    RuleKey.all.filter { $0.direction == .fixed }.compactMap { key in
      let (new, old) = (file.settings.value(key.name), before.settings.value(key.name))
      guard new != old else { return nil }
      let bound = old?.text ?? old?.integer.map { "\($0)" }
      return RuleFileProblem(
        line: 1, key: key.name, RuleProblem(.fixedAtJoining, bound: bound.map { .exactly($0) }))
    }
  }
}

extension TenantRules {
  /// Whether two files say the same, in whatever order their members stand.
  func saysTheSame(as other: TenantRules) -> Bool {
    settings.mapValues(\.ordered) == other.settings.mapValues(\.ordered)
  }
}

extension RuleValue {
  /// The same with the members of objects by name.
  fileprivate var ordered: RuleValue {
    switch self {
    case .array(let parts): .array(parts.map(\.ordered))
    case .object(let members):
      .object(members.map { (name: $0.name, value: $0.value.ordered) }.sorted { $0.name < $1.name })
    default: self
    }
  }
}
