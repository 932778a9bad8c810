/// A day on which offices do not work, or on which they do after all.
package struct Holiday: Hashable, Sendable {
  /// Who laid it down.
  package enum Kind: String, Sendable, CaseIterable {
    case national
    /// Cuti bersama, by joint decree of the ministers.
    case collectiveLeave = "collective_leave"
    case local
    /// A holiday that was moved or withdrawn: offices work.
    case workingDay = "working_day"
  }

  package let name: String
  package let kind: Kind
  /// The decree or circular behind it; nil where the rules say it.
  package let source: String?

  /// A holiday of these parts.
  package init(name: String, kind: Kind, source: String? = nil) {
    self.name = name
    self.kind = kind
    self.source = source
  }
}
