/// Where and as whom to connect: libpq's keywords and values, never a string that is put together.
package struct ConnectionTarget: Sendable, CustomStringConvertible {
  package var keywords: [(name: String, value: String)]
  /// The role that the session must turn out to have; checked in the first batch.
  package var expectedRole: String?
  /// The schema that must stand first; checked in the first batch.
  package var expectedSchema: String?

  package init(
    keywords: [(name: String, value: String)], expectedRole: String? = nil, expectedSchema: String? = nil
  ) {
    self.keywords = keywords
    self.expectedRole = expectedRole
    self.expectedSchema = expectedSchema
  }

  /// The same server as another role.
  package func login(role: String, password: String, schema: String?) -> ConnectionTarget {
    let kept = keywords.filter { $0.name != "user" && $0.name != "password" }
    return ConnectionTarget(
      keywords: kept + [("user", role), ("password", password)], expectedRole: role, expectedSchema: schema)
  }

  /// Never shows a password.
  package var description: String {
    keywords.filter { !$0.name.hasSuffix("password") }.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  }
}

extension ConnectionTarget: CustomReflectable {
  /// Nothing for `dump`, which would look past the description.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
