/// A value that no log, error or dump may show; `revealed` is the one way to it.
struct Secret<Value: Sendable>: Sendable {
  let revealed: Value

  init(_ value: Value) { revealed = value }
}

extension Secret: Equatable where Value: Equatable {}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  var description: String { "•••" }
  var debugDescription: String { description }
  var customMirror: Mirror { Mirror(self, children: []) }
}
