/// The named shapes of a published description, each once.
package struct ComponentCatalogue: Sendable {
  private var shapes: [String: JSONValue] = [:]
  /// Names that stand for two different shapes: a mistake in the description.
  package private(set) var conflicts: Set<String> = []

  package init() {}

  /// Takes every named shape within this one.
  package mutating func add(_ shape: Shape) {
    switch shape.kind {
    case .component(let name, let inner):
      let schema = inner.schema()
      if let known = shapes.updateValue(schema, forKey: name) {
        if known != schema { conflicts.insert(name) }
        return
      }
      add(inner)
    case .object(let fields, _): for field in fields { add(field.shape) }
    case .map(let inner), .array(let inner, _, _), .nullable(let inner): add(inner)
    case .anyOf(let shapes): for shape in shapes { add(shape) }
    case .text, .formatted, .integer, .boolean, .oneOf, .uuid, .date, .dateTime, .any, .constant: return
    }
  }

  /// The value of `components/schemas`, by name.
  package var schemas: JSONValue {
    .object(shapes.sorted { $0.key < $1.key }.map { JSONMember(name: $0.key, value: $0.value) })
  }
}
